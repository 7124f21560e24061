import { readActivity } from '#shared/contract/public/read-activity';
import { tableLabels } from '../../copy/labels';
import {
  describeType,
  markOf,
  presentFacts,
  type ActivityMark,
  type Fact,
} from '../../copy/present-activity';
import { copyText } from '../../platform/feedback';
import { sharedPath } from '../../platform/navigation';
import { callCloud } from '../../services/call-cloud';
import { definePage } from '../../services/define-page';

definePage({
  data: {
    id: '',
    name: '',
    type: '',
    table: '',
    mark: null as ActivityMark | null,
    facts: [] as Fact[],
    about: '',
    link: '',
  },

  async load({ id }) {
    const { activity } = await callCloud(readActivity, { id: id ?? '' });
    this.setData({
      id: activity.id,
      name: activity.name,
      type: describeType(activity),
      table: tableLabels[activity.table],
      mark: markOf(activity),
      facts: presentFacts(activity),
      about: activity.about,
      link: activity.link,
    });
  },

  onShareAppMessage() {
    return { title: this.data.name, path: sharedPath('activity', { id: this.data.id }) };
  },

  methods: {
    async onCopyLink() {
      await copyText(this.data.link);
    },
  },
});
