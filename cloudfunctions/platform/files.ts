import { cloud } from './cloud';

/** Keeps bytes under a path in cloud storage, replacing what was there; the file's id. */
export async function keepFile(path: string, content: Buffer): Promise<string> {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content });
  return fileID;
}

/** Addresses at which files can be fetched for some minutes, by whoever has them; in the order of the files, at most fifty. */
export async function temporaryAddressesOf(fileIDs: readonly string[]): Promise<string[]> {
  if (fileIDs.length === 0) return [];
  const { fileList } = (await cloud.getTempFileURL({ fileList: [...fileIDs] })) as {
    fileList: { tempFileURL?: string }[];
  };
  return fileIDs.map((fileID, index) => {
    const address = fileList[index]?.tempFileURL;
    if (address === undefined || address === '') throw new Error(`No address for file ${fileID}`);
    return address;
  });
}

/** An address at which a file can be fetched for some minutes, by whoever has it. */
export async function temporaryAddressOf(fileID: string): Promise<string> {
  const [address] = await temporaryAddressesOf([fileID]);
  if (address === undefined) throw new Error(`No address for file ${fileID}`);
  return address;
}
