import { cloud } from './cloud';

/** Keeps bytes under a path in cloud storage, replacing what was there; the file's id. */
export async function keepFile(path: string, content: Buffer): Promise<string> {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content });
  return fileID;
}

/** An address at which a file can be fetched for some minutes, by whoever has it. */
export async function temporaryAddressOf(fileID: string): Promise<string> {
  const answer = (await cloud.getTempFileURL({ fileList: [fileID] })) as {
    fileList: { tempFileURL?: string }[];
  };
  const address = answer.fileList[0]?.tempFileURL;
  if (address === undefined || address === '') throw new Error(`No address for file ${fileID}`);
  return address;
}
