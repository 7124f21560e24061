import { saveReportText } from '#shared/contract/summary/save-report-text';
import { scopeKeyOf } from '#shared/summary/summary-scope';
import { onWrite } from '../../entry/handler';
import { summaryScopeFor } from '../../work/people/review-scope';
import { keepReportText } from '../../store/summary/report-texts';
import { editionToChange } from '../../work/edition/asked-edition';

export const saveReportTextHandler = onWrite(
  saveReportText,
  async ({ editionId: year, scope: asked, section, text, revision }, { caller, now, transaction }) => {
    const edition = await editionToChange(caller, transaction, year);
    const editionId = edition.id;
    const { scope } = await summaryScopeFor(caller, transaction, asked, edition);
    const scopeKey = scopeKeyOf(scope);
    return keepReportText(
      transaction,
      { editionId, scopeKey, section, text, updatedAt: now, by: caller.openid },
      revision,
    );
  },
);
