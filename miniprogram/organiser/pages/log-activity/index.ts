import { AppError } from '#shared/refusal/errors';
import { openLogForm } from '#shared/contract/record/open-log-form';
import { saveActivity } from '#shared/contract/record/save-activity';
import type { BulletinWish } from '#shared/bulletin/report-for-bulletin';
import { headcountMethods, type Activity } from '#shared/record/activity';
import { provincial } from '#shared/ground/region';
import type { BulletinEdition } from '#shared/week/bulletin-window';
import { nearestDayOf } from '#shared/week/edition';
import { dayOf, describeDay, type Day } from '#shared/ground/guangdong-time';
import { describeBulletin, modeLabels, tableLabels } from '../../../copy/labels';
import { scrollTo, tell, whileWorking } from '../../../platform/feedback';
import { goBack } from '../../../platform/navigation';
import { newRequestId } from '../../../platform/request-id';
import { forget, keep, readKept } from '../../../platform/storage';
import { callCloud } from '../../../services/call-cloud';
import { definePage, toFailure, type Failure } from '../../../services/define-page';
import type { KeptForm } from '../../../services/form';
import { serverNow } from '../../../services/server-clock';
import { bulletinDaysOf, hintForBulletin, nameBulletinDay, type BulletinHint } from './bulletin-hint';
import {
  changeForm,
  describeLength,
  emptyForm,
  logForm,
  needsReason,
  typesOf,
  type FormErrors,
  type LogForm,
  type LogFormField,
} from './log-form';

/** A change of these changes what else the form offers or says. */
const fieldsThatMatterElsewhere: ReadonlySet<LogFormField> = new Set([
  'table',
  'firstDay',
  'lastDay',
  'startTime',
  'important',
  'bulletinDay',
]);

function choicesOf(labels: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

const noErrors: FormErrors = {};

/** What is to be chosen from, and what the bulletin's window says, for a form. */
function whatFollows(edition: BulletinEdition, form: LogForm) {
  return {
    types: typesOf(form.table),
    bulletinDays: bulletinDaysOf(edition, form).map((day) => ({ value: day, label: describeDay(day) })),
    hint: hintForBulletin(edition, form, serverNow()),
  };
}

/** What was done, for the page's last view. */
interface Done {
  title: string;
  text: string;
}

function describeDone({ headcount, bulletin }: Activity): Done {
  const recorded = headcount === null ? '活动已公布，办完后请回来填参加人数。' : '已报送，等待审核。';
  return { title: '已经记下', text: [describeBulletin(bulletin), recorded].filter(Boolean).join('；') };
}

definePage({
  data: {
    unit: '',
    edition: null as BulletinEdition | null,
    change: null as { id: string; revision: number } | null,
    needsReason: false,
    draftKey: '',
    requestId: '',
    form: null as LogForm | null,
    errors: noErrors,
    tables: choicesOf(tableLabels),
    aboutLength: describeLength(''),
    types: typesOf('service'),
    modes: choicesOf(modeLabels),
    methods: headcountMethods.map((method) => ({ value: method, label: method })),
    cities: [] as readonly string[],
    bulletinDays: [] as { value: Day; label: string }[],
    hint: null as BulletinHint | null,
    isSending: false,
    isRestored: false,
    refusal: null as Failure | null,
    isTooLate: false,
    done: null as Done | null,
  },

  /** The record that is changed, as it was when it was opened; null for a new one. */
  own: () => ({ opened: null as Activity | null }),

  async load({ id }) {
    const { unit, edition, activity } = await callCloud(openLogForm, { id: id ?? null });
    const draftKey = `log-form:${id ?? 'new'}`;
    const day = nearestDayOf(edition, dayOf(serverNow()));
    const fresh =
      activity === null
        ? emptyForm({ unit: unit.name, city: unit.city === provincial ? '' : unit.city, day })
        : logForm.of(activity);
    const kept = logForm.restore(readKept(draftKey), fresh);
    this.own.opened = activity;
    this.setData({
      unit: unit.name,
      edition,
      cities: edition.cities,
      draftKey,
      requestId: newRequestId(),
      // A draft still changes the revision it was made from, so that another person's change is not written over.
      change: activity === null ? null : { id: activity.id, revision: kept?.revision ?? activity.revision },
      needsReason: needsReason(activity),
      isRestored: kept !== null,
      errors: {},
      refusal: null,
    });
    this.show(edition, kept?.form ?? fresh);
  },

  onSecond() {
    const { edition, form, hint, done } = this.data;
    if (edition === null || form === null || !form.important || done !== null) return;
    const next = hintForBulletin(edition, form, serverNow());
    if (next.text !== hint?.text) this.setData({ hint: next });
  },

  methods: {
    /** Shows a whole form. */
    show(edition: BulletinEdition, given: LogForm) {
      const form = nameBulletinDay(edition, given, serverNow());
      this.setData({ form, aboutLength: describeLength(form.about), ...whatFollows(edition, form) });
    },

    /** Takes what was typed or chosen: only what changed goes to the screen, so that typing stays smooth. */
    set(field: LogFormField, value: string | boolean) {
      const { edition, form, errors, draftKey, change } = this.data;
      if (edition === null || form === null) return;
      const changed = nameBulletinDay(edition, changeForm(form, field, value), serverNow());
      keep(draftKey, { form: changed, revision: change?.revision ?? null } satisfies KeptForm<LogForm>);
      const fields = logForm.order.filter((each) => changed[each] !== form[each]);
      const mended = fields.filter((each) => errors[each] !== undefined);
      this.setData({
        ...Object.fromEntries(fields.map((each) => [`form.${each}`, changed[each]])),
        ...Object.fromEntries(mended.map((each) => [`errors.${each}`, ''])),
        ...(field === 'about' ? { aboutLength: describeLength(changed.about) } : {}),
        ...(fieldsThatMatterElsewhere.has(field) ? whatFollows(edition, changed) : {}),
      });
    },

    onInput({ currentTarget, detail }: WechatMiniprogram.Typed<string | boolean, { field: LogFormField }>) {
      const { field } = currentTarget.dataset;
      this.set(field, detail.value);
    },

    onCity({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.set('city', this.data.cities[Number(detail.value)] ?? '');
    },

    async onSubmit() {
      await this.send(this.data.form?.important === true ? 'report' : 'none');
    },

    async onKeepForSummary() {
      this.setData({ isTooLate: false });
      await this.send('keep-for-summary');
    },

    onGoOnEditing() {
      this.setData({ isTooLate: false });
    },

    async send(bulletin: BulletinWish) {
      const { form, change, requestId, isSending, draftKey } = this.data;
      if (form === null || isSending) return;
      const read = logForm.read(form, this.own.opened);
      if (!read.ok) {
        this.showErrors(read.errors);
        return;
      }
      const bulletinDay = form.firstDay === form.lastDay || form.bulletinDay === '' ? null : form.bulletinDay;
      this.setData({ isSending: true, refusal: null, errors: {} });
      try {
        const { activity } = await whileWorking('正在提交', () =>
          callCloud(
            saveActivity,
            { change, activity: read.draft, bulletin, bulletinDay, reason: form.reason },
            requestId,
          ),
        );
        forget(draftKey);
        this.setData({ done: describeDone(activity), isSending: false });
      } catch (error) {
        this.setData({ isSending: false });
        this.showRefusal(error);
      }
    },

    showErrors(errors: FormErrors) {
      this.setData({ errors });
      const first = logForm.order.find((field) => errors[field] !== undefined);
      if (first !== undefined) scrollTo(`#field-${first}`);
      tell(`有 ${Object.keys(errors).length} 处需要改正`);
    },

    /** Says why it was refused, keeping everything that was typed. */
    showRefusal(error: unknown) {
      if (error instanceof AppError && error.refusal.code === 'INVALID_INPUT') {
        const errors = logForm.errorsOf(error.refusal.details.fields);
        if (Object.keys(errors).length > 0) {
          this.showErrors(errors);
          return;
        }
      }
      const refusal = toFailure(error);
      this.setData({ refusal, isTooLate: refusal.code === 'CUTOFF_PASSED' });
      if (refusal.code !== 'CUTOFF_PASSED') scrollTo('#refusal');
    },

    async onDiscard() {
      forget(this.data.draftKey);
      this.setData({ isRestored: false });
      await this.reload();
    },

    async onBack() {
      await goBack();
    },

    async onAnother() {
      this.setData({ done: null, change: null });
      await this.reload();
    },
  },
});
