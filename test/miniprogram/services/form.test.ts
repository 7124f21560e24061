import { policyDraft, type Policy, type PolicyDraft } from '#shared/record/policy';
import { z } from '#shared/zod';
import { defineForm } from '../../../miniprogram/services/form';
import type { Controls } from '../../../miniprogram/services/form-table';
import { policyWith } from '../../shared/example-records';

const controls = {
  name: { empty: '', from: ({ name }) => name, to: 'name' },
  issuer: { empty: '', from: ({ issuer }) => issuer, to: 'issuer' },
  issuedOn: { empty: '', from: ({ issuedOn }) => issuedOn, to: 'issuedOn' },
  reason: { empty: '', from: () => '', to: null },
} satisfies Controls<Policy, PolicyDraft>;

const unshown = { documentNumber: '', remark: '', text: '', link: '' };

const form = defineForm<Policy, PolicyDraft, typeof controls>({
  draft: policyDraft,
  name: 'policy',
  controls,
  unshown,
});

const policy = policyWith({ documentNumber: '穗工信〔2018〕12号', text: '降低小微企业融资担保费率。' });

describe('a table of controls', () => {
  test('is the form that is empty, in the order of the screen', () => {
    expect(form.empty).toEqual({ name: '', issuer: '', issuedOn: '', reason: '' });
    expect(form.order).toEqual(['name', 'issuer', 'issuedOn', 'reason']);
  });

  test('is the form of a record, without what no control shows', () => {
    expect(form.of(policy)).toEqual({
      name: '关于降低小微企业融资担保费率的通知',
      issuer: '广州市工业和信息化委',
      issuedOn: '2018-09-20',
      reason: '',
    });
  });

  test('is what is handed in, with what the form does not show as the record has it', () => {
    const { name, issuer, issuedOn, documentNumber, remark, text, link } = policy;
    expect(form.read({ ...form.of(policy), name: '关于融资担保的通知' }, policy)).toEqual({
      ok: true,
      draft: { name: '关于融资担保的通知', issuer, issuedOn, documentNumber, remark, text, link },
    });
    expect(form.read(form.of(policy), null)).toEqual({
      ok: true,
      draft: { name, issuer, issuedOn, ...unshown },
    });
  });

  test('says what is wrong at the control that writes it, or that bears its name', () => {
    expect(form.read({ ...form.of(policy), issuedOn: '去年' }, policy)).toEqual({
      ok: false,
      errors: { issuedOn: '请选择日期' },
    });
    const problemAt = (field: string) => form.errorsOf([{ field, problem: 'required', limit: null }]);
    expect(problemAt('policy.name')).toEqual({ name: '请填写' });
    expect(problemAt('reason')).toEqual({ reason: '请填写' });
  });

  test.each(['policy', 'name', 'policy.reason', 'policy.names', 'policy.remark', 'change.id', ''])(
    'says nothing of "%s", which no control writes',
    (field) => {
      expect(form.errorsOf([{ field, problem: 'required', limit: null }])).toEqual({});
    },
  );
});

describe('a form that an earlier release kept on the phone', () => {
  const older = { name: '写到一半', issuedOn: '', reason: '' };

  test('has what it did not ask for as the record has it, so that sending it empties nothing', () => {
    expect(form.restore({ form: older, revision: 2 }, form.of(policy))).toEqual({
      form: { ...older, issuer: policy.issuer },
      revision: 2,
    });
  });

  test('loses what is not asked for any more', () => {
    const kept = { form: { ...older, fax: '020' }, revision: null };
    expect(form.restore(kept, form.empty)?.form).toEqual({ ...form.empty, name: '写到一半' });
  });
});

describe('a field that is added to the draft', () => {
  const grown = policyDraft.extend({ grade: z.string().default('') });
  type Grown = z.infer<typeof grown>;
  type Kept = Policy & Pick<Grown, 'grade'>;

  test('is not emptied by a change on a phone, even before the form knows of it', () => {
    const late = defineForm<Kept, Grown, typeof controls>({
      draft: grown,
      name: 'policy',
      controls,
      // @ts-expect-error -- `grade` has no control and is not named as unshown: the form does not compile.
      unshown,
    });
    const record = { ...policy, grade: '省级' };

    expect(late.read({ ...late.of(record), issuer: '省工信厅' }, record)).toMatchObject({
      ok: true,
      draft: { issuer: '省工信厅', grade: '省级' },
    });
  });

  test('compiles once it is named as unshown', () => {
    const whole = defineForm<Kept, Grown, typeof controls>({
      draft: grown,
      name: 'policy',
      controls,
      unshown: { ...unshown, grade: '待定' },
    });

    expect(whole.read(whole.of({ ...policy, grade: '' }), null)).toMatchObject({ draft: { grade: '待定' } });
  });

  test('compiles once it has a control, and is then not named as unshown', () => {
    const withGrade = {
      ...controls,
      grade: { empty: '', from: ({ grade }) => grade, to: 'grade' },
    } satisfies Controls<Kept, Grown>;
    const shown = { draft: grown, name: 'policy', controls: withGrade };
    const whole = defineForm<Kept, Grown, typeof withGrade>({ ...shown, unshown });
    defineForm<Kept, Grown, typeof withGrade>({
      ...shown,
      // @ts-expect-error -- the control says what a new record has there.
      unshown: { documentNumber: '', remark: '', text: '', link: '', grade: '' },
    });

    expect(whole.read({ ...whole.of({ ...policy, grade: '' }), grade: '省级' }, null)).toMatchObject({
      draft: { grade: '省级' },
    });
  });

  test('is asked for of the record that is changed', () => {
    const whole = defineForm<Policy, Grown, typeof controls>({
      draft: grown,
      name: 'policy',
      controls,
      unshown: { ...unshown, grade: '' },
    });

    // @ts-expect-error -- a record without the field cannot say what it was.
    expect(whole.read(whole.of(policy), policy)).toMatchObject({ ok: true, draft: { grade: '' } });
  });
});

test('a control that writes to no field of the draft does not compile', () => {
  const misspelt = {
    // @ts-expect-error -- the draft has no such field.
    name: { empty: '', from: ({ name }) => name, to: 'nmae' },
    // @ts-expect-error -- the switch is not a text.
    issuer: { empty: '', from: () => true, to: 'issuer' },
  } satisfies Controls<Policy, PolicyDraft>;

  expect(Object.keys(misspelt)).toHaveLength(2);
});
