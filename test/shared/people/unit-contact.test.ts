import { unitContact } from '#shared/people/unit-contact';

const of = (phone: string) => unitContact.safeParse({ surname: '李', post: '科长', phone }).success;

test.each(['', '020-83135566', '020-8313 5566 转 8012', '(0755)83135566', '12345'])(
  'an office’s telephone is taken: %j',
  (phone) => {
    expect(of(phone)).toBe(true);
  },
);

test.each(['13800138000', '138-0013-8000', '+86 138 0013 8000', '86 13800138000', '科长办公室', '110'])(
  'a mobile is not, nor what is no number: %j',
  (phone) => {
    expect(of(phone)).toBe(false);
  },
);
