import { z } from '../zod';

/** What can be wrong with the audit, at an entry of a chain or at a document. */
export const auditFault = z.enum([
  'missing',
  'changed',
  'broken',
  'cut',
  'headless',
  'beyond',
  'head',
  'restarted',
  'vanished',
  'copy',
  'document-changed',
  'document-gone',
]);
type AuditFaultKind = z.infer<typeof auditFault>;

/** A fault at an entry. */
export interface ChainFault {
  fault: AuditFaultKind;
  chain: string;
  number: number;
}

/** A fault at a document. */
export interface DocumentFault {
  fault: AuditFaultKind;
  collection: string;
  id: string;
}

const words: Record<AuditFaultKind, string> = {
  missing: '缺失',
  changed: '被改动',
  broken: '与前一条不相接',
  cut: '起被截去',
  headless: '之后的链尾标记缺失',
  beyond: '起在链尾标记之外',
  head: '与链尾标记不符',
  restarted: '另起：原链已损坏，其后的操作记在这条新链',
  vanished: '曾被后来的记录看到，现已缺失或不同',
  copy: '与留存的副本不符',
  'document-changed': '与最后一条操作记录不符，被直接改动过',
  'document-gone': '被直接删去，没有操作记录',
};

/** A fault in words, for the bureau's staff. */
export function wordsOfFault(fault: ChainFault | DocumentFault): string {
  const place =
    'chain' in fault ? `第 ${fault.chain} 链第 ${fault.number} 条` : `${fault.collection} 中的 ${fault.id} `;
  return `${place}${words[fault.fault]}。`;
}
