import { AppError } from '#shared/refusal/errors';
import { openFile } from '../../../miniprogram/services/open-file';
import { fakePhone, type FakePhone } from '../fake-phone';

let phone: FakePhone;

beforeEach(() => {
  phone = fakePhone();
});

const url = 'https://files.example.org/summary.xlsx';

test('it fetches the file and opens it under its own name, with the menu to keep it', async () => {
  await openFile(url, '广东省汇总表.xlsx');

  const filePath = 'wxfile://usr/广东省汇总表.xlsx';
  expect(phone.asked).toEqual([
    { what: 'downloadFile', options: { url, filePath } },
    { what: 'openDocument', options: { filePath, fileType: 'xlsx', showMenu: true } },
  ]);
});

test.each([
  ['there is no network', null, 'downloadFile:fail timeout'],
  ['its address is no longer good', 403, 'The file was answered with status 403'],
])('when %s, nothing is opened and it is refused as UNAVAILABLE', async (_case, status, cause) => {
  const logged = jest.spyOn(console, 'info').mockImplementation();
  phone.fileStatus = status;

  const failure: unknown = await openFile(url, '汇总表.xlsx').catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(AppError);
  expect((failure as AppError).refusal.code).toBe('UNAVAILABLE');
  expect(phone.asked.map(({ what }) => what)).toEqual(['downloadFile']);
  expect(logged).toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ message: cause }));
  logged.mockRestore();
});
