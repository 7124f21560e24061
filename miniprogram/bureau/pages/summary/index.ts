import { acceptRecord } from '#shared/contract/record/accept-record';
import { compileSummary } from '#shared/contract/summary/compile-summary';
import { continueSummary } from '#shared/contract/summary/continue-summary';
import { exportWorkbook } from '#shared/contract/summary/export-workbook';
import { openSummary } from '#shared/contract/summary/open-summary';
import type { SummaryHead } from '#shared/contract/summary/summary-views';
import { tell, whileWorking } from '../../../platform/feedback';
import { newRequestId } from '../../../platform/request-id';
import { callCloud } from '../../../services/call-cloud';
import { definePage } from '../../../services/define-page';
import { explainFailure } from '../../../services/explain-failure';
import { openFile } from '../../../services/open-file';
import { showNextPage } from '../../../services/show-next-page';
import {
  presentHead,
  presentProgress,
  presentSummary,
  presentWaiting,
  type PresentedSummary,
  type WaitingCard,
} from './present-summary';

definePage({
  data: {
    summary: null as PresentedSummary | null,
    waiting: [] as WaitingCard[],
    next: null as string | null,
    isLoadingMore: false,
    /** The record whose acceptance is on its way. */
    accepting: '',
    isCompiling: false,
    /** How far a long compilation is; empty otherwise. */
    compiled: '',
    /** Kept until the compilation is answered, so that trying again compiles once. */
    compileRequest: newRequestId(),
    isExporting: false,
  },

  async load() {
    const answer = await callCloud(openSummary, { after: null });
    // In two, since ten long records and a day's entries together would be too much for one.
    this.setData({ summary: presentSummary(answer) });
    this.setData({ waiting: answer.waiting.map(presentWaiting), next: answer.next });
  },

  onReachBottom() {
    void this.showMore();
  },

  methods: {
    async showMore() {
      await showNextPage(this, {
        list: 'waiting',
        shown: this.data.waiting.length,
        bring: async (after) => {
          const { waiting, next } = await callCloud(openSummary, { after });
          return { cards: waiting.map(presentWaiting), next };
        },
      });
    },

    async onAccept({ currentTarget }: WechatMiniprogram.Tap<{ id: string; revision: number }>) {
      const { id, revision } = currentTarget.dataset;
      if (this.data.accepting !== '') return;
      this.setData({ accepting: id });
      try {
        await callCloud(acceptRecord, { kind: 'activity', id, revision });
        tell('已通过');
      } catch (error) {
        await explainFailure(error);
      }
      this.setData({ accepting: '' });
      await this.refresh();
    },

    /** Compiles to the end, saying how far it is; sent again after a failure, it goes on. */
    async compile(request: string): Promise<SummaryHead> {
      let compilation = await callCloud(compileSummary, {}, request);
      while (compilation.summary === null) {
        this.setData({ compiled: presentProgress(compilation) });
        compilation = await callCloud(continueSummary, { summaryId: compilation.summaryId });
      }
      return compilation.summary;
    },

    async onCompile() {
      const { isCompiling, compileRequest } = this.data;
      if (isCompiling) return;
      this.setData({ isCompiling: true });
      try {
        const summary = await whileWorking('正在汇总', () => this.compile(compileRequest));
        this.setData({ 'summary.latest': presentHead(summary), compileRequest: newRequestId() });
        tell(`已汇总为第 ${summary.version} 版`);
      } catch (error) {
        await explainFailure(error);
      }
      this.setData({ isCompiling: false, compiled: '' });
    },

    async onExport() {
      const latest = this.data.summary?.latest;
      if (latest === null || latest === undefined || this.data.isExporting) return;
      this.setData({ isExporting: true });
      try {
        await whileWorking('正在生成', async () => {
          const { url, fileName } = await callCloud(exportWorkbook, { summaryId: latest.id });
          await openFile(url, fileName);
        });
      } catch (error) {
        await explainFailure(error);
      }
      this.setData({ isExporting: false });
    },
  },
});
