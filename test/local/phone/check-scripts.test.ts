import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingIn } from '../../../local/phone/build/check-scripts';
import { buildPhone } from './build-fixture';

test('what the phone has may be asked for', () => {
  const script = `
    wx.showToast({ title: 'wx.scanCode' });
    wx.cloud.callFunction({}); wx['showModal']({});
    const path = wx.env.USER_DATA_PATH + wx.getFileSystemManager().readFile({ filePath: '' });
    const info = wx.getWindowInfo ? wx.getWindowInfo() : wx.getSystemInfoSync();
    Component({ behaviors: ['wx://form-field-button'], wx: 1 });`;
  expect(missingIn(script)).toEqual([]);
});

test.each([
  ['wx.scanCode', `wx.scanCode({})`],
  ['wx.login', `if (wx.login) wx.login({}).then(() => 1)`],
  ['wx.cloud.database', `wx.cloud.database()`],
  ['wx.env.OTHER', `wx.env.OTHER`],
  ['wx.getFileSystemManager().mkdir', `wx.getFileSystemManager().mkdir({})`],
  ['wx[…]', `wx[name]()`],
  ['wx but as the owner of a member: wx.name', `const { scanCode } = wx`],
  ['wx but as the owner of a member: wx.name', `ask(wx)`],
  ['behavior wx://form-field', `Component({ behaviors: ['wx://form-field'] })`],
])('%s is noticed', (name, script) => {
  expect(missingIn(script)).toEqual([name]);
});

test('the build is refused with the file that asks and the name of what is not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'phone-asks-'));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  try {
    write('app.json', '{"pages":["page"]}');
    write('app.js', 'App({})');
    write('page.wxml', '<view>好</view>');
    write('page.js', "const { scan } = require('./scan'); Page({ onTap: scan })");
    write('scan.js', 'exports.scan = () => wx.scanCode({})');
    write('unreached.js', 'wx.login({})');
    const refused = await buildPhone(folder, join(folder, 'web')).then(String, String);
    expect(refused).toContain('scan.js: the phone has no wx.scanCode');
    expect(refused).not.toContain('wx.login');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
