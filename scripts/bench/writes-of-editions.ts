import { changeEdition } from '#shared/contract/edition/change-edition';
import { closeEdition } from '#shared/contract/edition/close-edition';
import { createEdition } from '#shared/contract/edition/create-edition';
import { makeEditionCurrent } from '#shared/contract/edition/make-edition-current';
import { openEdition } from '#shared/contract/edition/open-edition';
import { fieldsOf, type Edition, type EditionFields } from '#shared/week/edition';
import { instantOf } from '#shared/ground/guangdong-time';
import type { BenchCloud } from './bench-cloud';
import { next } from './drafts';
import { timed, type TimedAction } from './timed-action';

/** There is one edition a year, and few years are named 20xx. */
const rounds = 15;

function weekOf(year: string): Partial<EditionFields> {
  return {
    title: `${year}年全国大众创业万众创新活动周`,
    firstDay: `${year}-06-13`,
    lastDay: `${year}-06-19`,
    opensAt: instantOf(`${year}-06-12`, '16:00'),
    cityDeadline: `${year}-06-20`,
    provinceDeadline: `${year}-06-21`,
  };
}

function input(year: number) {
  const id = String(year);
  return { id, from: '2018', fields: weekOf(id) };
}

/** An edition that is being prepared, of a year that is still to come or long over. */
async function prepared(cloud: BenchCloud, year: number): Promise<Edition> {
  return (await cloud.get('bureau', createEdition, input(year))).edition;
}

async function opened(cloud: BenchCloud, year: number): Promise<Edition> {
  const { id, revision } = await prepared(cloud, year);
  return (await cloud.get('bureau', openEdition, { id, revision })).edition;
}

/** The writing actions of editions. They come last, as they change which one everything else is of. */
export async function writesOfEditions(cloud: BenchCloud): Promise<TimedAction[]> {
  let changed = await prepared(cloud, 2099);
  return [
    timed(createEdition, () => ({ as: 'bureau', input: input(2020 + next('created')) }), rounds),
    timed(changeEdition, async () => {
      const [edition] = (await cloud.kept('editions')).filter(({ _id }) => _id === changed.id);
      changed = { ...changed, revision: Number(edition?.revision) };
      const fields = { ...fieldsOf(changed), theme: `第${changed.revision}个主题` };
      return { as: 'bureau', input: { id: changed.id, revision: changed.revision, fields } };
    }),
    timed(
      openEdition,
      async () => {
        const { id, revision } = await prepared(cloud, 2050 + next('opened'));
        return { as: 'bureau', input: { id, revision } };
      },
      rounds,
    ),
    timed(
      closeEdition,
      async () => {
        const { id, revision } = await opened(cloud, 2000 + next('closed'));
        return { as: 'bureau', input: { id, revision, reason: '基准测试' } };
      },
      rounds,
    ),
    timed(
      makeEditionCurrent,
      async () => {
        const { id } = await opened(cloud, 2070 + next('current'));
        return { as: 'bureau', input: { id } };
      },
      rounds,
    ),
  ];
}
