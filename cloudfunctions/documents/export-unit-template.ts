import { exportUnitTemplate } from '#shared/contract/unit/export-unit-template';
import { guangdongCities } from '#shared/ground/region';
import { onRead } from '../entry/handler';
import { keepFile, temporaryAddressOf } from '../platform/files';
import { currentEditionIfAny } from '../store/edition/editions';
import { writeUnitTemplate } from './write-unit-template';

export const exportUnitTemplateHandler = onRead(exportUnitTemplate, async (_input, { database }) => {
  const edition = await currentEditionIfAny(database);
  const content = await writeUnitTemplate(edition?.cities ?? guangdongCities);
  const fileID = await keepFile('templates/units.xlsx', content);
  return { fileName: '单位名录模板.xlsx', url: await temporaryAddressOf(fileID), bytes: content.length };
});
