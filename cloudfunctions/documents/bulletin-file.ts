import type { Bulletin } from '#shared/bulletin/bulletin';
import { toBulletinLetter } from '#shared/bulletin/bulletin-letter';
import type { Edition } from '#shared/week/edition';
import { describeDay } from '#shared/ground/guangdong-time';
import { writeOfficialLetter } from './write-official-letter';

export const wordMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A bulletin as a Word file, in the name of the unit that issued it or, before, of the one that looks at it. */
export async function writeBulletinFile(
  edition: Edition,
  bulletin: Bulletin,
  unitName: string,
): Promise<{ fileName: string; content: Buffer }> {
  const { number, day, issuer } = bulletin;
  const content = await writeOfficialLetter(
    toBulletinLetter(edition, { ...bulletin, issuer: issuer ?? unitName }),
  );
  const which = number === null ? '未编发' : `第${number}期`;
  return { fileName: `${edition.title}${edition.paperTitle}（${which}，${describeDay(day)}）.docx`, content };
}
