import type { AnyAction } from '#shared/contract/action';
import { compareSummaries } from '#shared/contract/summary/compare-summaries';
import { compileSummary } from '#shared/contract/summary/compile-summary';
import { continueSummary } from '#shared/contract/summary/continue-summary';
import { exportReport } from '#shared/contract/summary/export-report';
import { exportWorkbook } from '#shared/contract/summary/export-workbook';
import { listSummaryVersions } from '#shared/contract/summary/list-summary-versions';
import { mailSummary } from '#shared/contract/summary/mail-summary';
import { openReport } from '#shared/contract/summary/open-report';
import { readSummary } from '#shared/contract/summary/read-summary';
import { returnSubmission } from '#shared/contract/summary/return-submission';
import { saveReportText } from '#shared/contract/summary/save-report-text';
import { stateAsIs } from '#shared/contract/summary/state-as-is';
import { submitSummary } from '#shared/contract/summary/submit-summary';
import { replyIn, type Answer, type BenchCloud } from './bench-cloud';
import { next } from './drafts';
import { readyRecord } from './fill-store';
import { always, timed, type TimedAction } from './timed-action';

/** Compiles the whole summary of a person's scope: the version's id, and the last answer. */
export async function compileWhole(cloud: BenchCloud, as: string): Promise<{ id: string; answer: Answer }> {
  let contract: AnyAction = compileSummary;
  let input: object = { scope: null };
  for (;;) {
    const answer = await cloud.ask(contract, { as, input });
    const { summaryId: id, summary } = compileSummary.reply.parse(replyIn(answer));
    if (summary !== null) return { id, answer };
    [contract, input] = [continueSummary, { summaryId: id }];
  }
}

/** A compilation of the base's that was cut off after it began. */
async function cutOffSummary(cloud: BenchCloud): Promise<string> {
  await cloud.failOnce('database.commitTransaction', 1);
  await cloud.ask(compileSummary, { as: 'organiser', input: { scope: null } }).catch(() => null);
  const [job] = await cloud.kept('summary-jobs');
  if (job === undefined) throw new Error('No compilation was cut off');
  return job._id;
}

/** The writing actions of summaries: compiled by a unit and by a city, as most are. */
export function writesOfSummaries(cloud: BenchCloud): TimedAction[] {
  const kept = { revision: 0 };
  const submission = async () => {
    const { id: summaryId } = await compileWhole(cloud, 'shenzhen-city');
    return cloud.get('shenzhen-city', submitSummary, { summaryId });
  };
  return [
    timed(stateAsIs, () => {
      const { id, revision } = readyRecord('state', 0);
      const finding = { kind: 'waiting', what: 'activity', id, field: '' } as const;
      return { as: 'bureau', input: { finding, revision, note: `情况属实（${next('statement')}）` } };
    }),
    timed(saveReportText, () => {
      const { revision } = kept;
      kept.revision += 1;
      return {
        as: 'bureau',
        input: { scope: null, section: 'overview' as const, text: '全省举办活动。', revision },
      };
    }),
    always('organiser', compileSummary, { scope: null }, 20),
    timed(
      continueSummary,
      async () => ({ as: 'organiser', input: { summaryId: await cutOffSummary(cloud) } }),
      20,
    ),
    timed(
      submitSummary,
      async () => {
        const { id: summaryId } = await compileWhole(cloud, 'shenzhen-city');
        return { as: 'shenzhen-city', input: { summaryId } };
      },
      20,
    ),
    timed(
      returnSubmission,
      async () => {
        const { id: submissionId } = await submission();
        return { as: 'bureau', input: { submissionId, reason: '请补充参加人数' } };
      },
      20,
    ),
  ];
}

/** What is done with versions of the whole province's summary. */
export async function actionsOnTheWholeSummary(cloud: BenchCloud): Promise<TimedAction[]> {
  const { id: earlierId } = await compileWhole(cloud, 'bureau');
  const { id: summaryId } = await compileWhole(cloud, 'bureau');
  await cloud.get('bureau', submitSummary, { summaryId });
  return [
    always('bureau', readSummary, { summaryId }),
    always('bureau', listSummaryVersions, { scope: null, before: null }),
    always('bureau', openReport, { scope: null, summaryId: null }),
    always('bureau', compareSummaries, { earlierId, laterId: summaryId }, 5),
    always('bureau', exportWorkbook, { summaryId }, 3),
    always('bureau', exportReport, { summaryId }, 5),
    always('bureau', mailSummary, { summaryId, again: true }, 3),
  ];
}
