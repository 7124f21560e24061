import type { PolicyDraft } from '#shared/record/policy';
import type { ShowcaseDraft } from '#shared/record/showcase';

/** A policy, right in every field. */
export const policyDraft: PolicyDraft = {
  name: '广州市支持小微企业融资若干措施',
  issuer: '广州市工业和信息化委员会',
  issuedOn: '2018-10-10',
  documentNumber: '穗工信〔2018〕12号',
  remark: '',
  text: '对小微企业贷款担保费给予补助。',
  link: '',
};

/** A showcase, right in every field. */
export const showcaseDraft: ShowcaseDraft = {
  kind: '典型案例',
  name: '一家小微企业的数字化车间',
  city: '广州',
  holder: '广州某智能装备公司',
  award: '',
  about: '两年里把车间的产能提高了一倍，订单交付从二十天缩到七天。',
  link: '',
};
