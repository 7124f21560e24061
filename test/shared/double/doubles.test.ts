import { likenessOf, nameLikeness, sieveByName, type Comparable } from '#shared/double/doubles';
import { coreOfName } from '#shared/double/event-name';

const base: Comparable = {
  unitId: 'unit-1',
  unitName: '甲单位',
  name: '小微企业融资政策解读会',
  hosts: ['甲单位'],
  coHosts: [],
  city: '广州',
  venue: '',
  mode: 'offline',
  firstDay: '2018-10-10',
  lastDay: '2018-10-10',
  startTime: '09:00',
};

/** The same event as two units tell of it. */
function pair(one: Partial<Comparable>, other: Partial<Comparable>) {
  return likenessOf(
    { ...base, ...one },
    { ...base, unitId: 'unit-2', unitName: '乙单位', hosts: ['乙单位'], ...other },
  );
}

describe('what is likely one event', () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['the same name in the same city', {}, {}],
    [
      'the year and the brackets written otherwise',
      { name: '2018年“创客中国”创新创业大赛总决赛' },
      { name: '「创客中国」创新创业大赛总决赛（2018）' },
    ],
    [
      'full width against half width',
      { name: '第七届中国创新创业大赛（广东・广州赛区）启动仪式' },
      { name: '第7届中国创新创业大赛(广东·广州赛区)启动仪式' },
    ],
    [
      'one name longer, at the same venue',
      {
        name: '广东省2018年大众创业万众创新活动周湛江会场启动仪式',
        city: '湛江',
        venue: '广东海洋大学湖光校区多功能厅',
      },
      { name: '双创活动周湛江会场启动仪式', city: '湛江', venue: '广东海洋大学' },
    ],
    [
      'a shared host and a near-same name',
      { name: '第十五届中国国际中小企业博览会', hosts: ['工业和信息化部', '广东省人民政府'] },
      { name: '第十五届中国国际中小企业博览会（中博会）', hosts: ['广东省人民政府'] },
    ],
    [
      'a host of one that is a co-host of the other',
      { name: '粤港澳青年创新创业项目路演', hosts: ['暨南大学'], coHosts: ['广州市科创委'] },
      { name: '粤港澳青年创新创业路演', hosts: ['广州市科创委'] },
    ],
    [
      'several days of which some agree',
      { name: '第十五届中国国际中小企业博览会', lastDay: '2018-10-13' },
      { name: '第十五届中国国际中小企业博览会', firstDay: '2018-10-12', lastDay: '2018-10-14' },
    ],
    [
      'online, from two cities, by a shared host',
      { name: '全省惠企政策线上宣讲会', mode: 'online', hosts: ['省服务中心'] },
      { name: '全省惠企政策线上宣讲会', mode: 'online', hosts: ['省服务中心'], city: '深圳' },
    ],
    ['one unit that logged the same hour twice', {}, { unitId: 'unit-1', unitName: '甲单位' }],
    ['who of the two knows no time', { startTime: null }, {}],
  ])('%s', (_what, one, other) => {
    expect(pair(one, other).isDouble).toBe(true);
  });

  test('says in what the two agree', () => {
    const venue = '一楼报告厅';
    expect(pair({ venue }, { venue, hosts: ['甲单位'] }).signs).toEqual([
      'name',
      'city',
      'host',
      'venue',
      'time',
    ]);
  });
});

describe('what only looks alike', () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['another day', {}, { firstDay: '2018-10-11', lastDay: '2018-10-11' }],
    ['another city without a shared host', {}, { city: '深圳' }],
    [
      'the first round and the second',
      { name: '小微企业融资政策解读会第一场' },
      { name: '小微企业融资政策解读会第二场' },
    ],
    [
      'rounds in brackets',
      { name: '小微企业融资政策解读会（一）' },
      { name: '小微企业融资政策解读会（二）' },
    ],
    ['rounds in figures and in words', { name: '创业辅导第3期' }, { name: '创业辅导第四期' }],
    [
      'the heats and the semi-final',
      { name: '“创客广东”大赛广州赛区初赛' },
      { name: '“创客广东”大赛广州赛区复赛' },
    ],
    [
      'the semi-final and the final',
      { name: '“深创杯”创新创业大赛半决赛' },
      { name: '“深创杯”创新创业大赛决赛' },
    ],
    [
      'the opening and the closing',
      { name: '全国双创活动周深圳会场开幕式' },
      { name: '全国双创活动周深圳会场闭幕式' },
    ],
    ['morning and afternoon', { name: '创业沙龙上午场' }, { name: '创业沙龙下午场' }],
    [
      'two branches in two cities, of one host',
      { name: '2018年全国双创活动周湛江分会场启动仪式', hosts: ['省发展改革委'], city: '湛江' },
      { name: '2018年全国双创活动周中山分会场启动仪式', hosts: ['省发展改革委'], city: '中山' },
    ],
    [
      'two branches reported in one city',
      { name: '2018年全国双创活动周湛江分会场启动仪式' },
      { name: '2018年全国双创活动周中山分会场启动仪式' },
    ],
    [
      'a talk of one host in two cities on one day',
      { name: '全省惠企政策宣讲会', hosts: ['省服务中心'] },
      { name: '全省惠企政策宣讲会', hosts: ['省服务中心'], city: '佛山' },
    ],
    [
      'two editions of one contest',
      { name: '第七届“珠江天使杯”科技创新创业大赛' },
      { name: '第八届“珠江天使杯”科技创新创业大赛' },
    ],
    [
      'two forums of one fair',
      { name: '中国中小企业高峰论坛(第十五届中博会)' },
      { name: '中小企业信息化论坛(第十五届中博会)' },
    ],
    [
      'a show of a fair and the fair',
      { name: '第十五届中国国际中小企业博览会', hosts: ['工业和信息化部'] },
      { name: '第十五届中博会境内外主题展(中小企业创业创新展示区)', hosts: ['工业和信息化部'] },
    ],
    [
      'a forum and its road show',
      { name: '2017粤港澳合作论坛', city: '佛山' },
      { name: '粤港澳青创汇项目路演(2017粤港澳合作论坛)', city: '佛山' },
    ],
    [
      'a forum and its road show, at one venue',
      { name: '2017粤港澳合作论坛', city: '佛山', venue: '潭洲会展中心' },
      { name: '粤港澳青创汇项目路演(2017粤港澳合作论坛)', city: '佛山', venue: '潭洲会展中心' },
    ],
    [
      'a fair and its road show, of the same hosts',
      { name: '首届中国高校科技成果交易会', hosts: ['教育部科技发展中心'], venue: '惠州会展中心' },
      {
        name: '首届中国高校科技成果交易会重点项目路演',
        hosts: ['教育部科技发展中心'],
        venue: '惠州会展中心',
      },
    ],
    ['one unit that runs the same again at another hour', {}, { unitId: 'unit-1', startTime: '14:00' }],
    ['short names that share a word', { name: '创业沙龙' }, { name: '创业大讲堂' }],
  ])('%s', (_what, one, other) => {
    expect(pair(one, other).isDouble).toBe(false);
  });
});

describe('names', () => {
  test('are compared without width, year, edition, brackets and punctuation', () => {
    expect(coreOfName('２０１８年“创客中国”（广东）——总决赛！')).toBe('创客中国广东总决赛');
  });
  test('are alike the same in both directions, and wholly only to themselves', () => {
    const names = ['小微企业融资政策解读会', '融资政策解读会', '“创客广东”大赛复赛', '沙龙'];
    for (const one of names) {
      expect(nameLikeness(one, one)).toBe(1);
      for (const other of names) {
        expect(nameLikeness(one, other)).toBe(nameLikeness(other, one));
        if (one !== other) expect(nameLikeness(one, other)).toBeLessThan(1);
      }
    }
  });
  test('of nothing but punctuation are like nothing', () => {
    expect(nameLikeness('——！！', '……（）')).toBe(0);
  });
  test('that could be doubles pass the first sieve, others do not', () => {
    const all = ['融资政策解读会', '小微企业融资政策解读会', '创新论坛'].map((name) => ({ name }));
    expect(sieveByName('小微企业融资政策解读会', all)).toEqual(all.slice(0, 2));
  });
});

/** Twenty-one characters without a repetition: a name of twenty neighbouring pairs. */
const characters = '天地玄黄宇宙洪荒日月盈昃寒来暑往秋收冬藏闰';
const otherCharacters = '龙师火帝鸟官人皇始制文字乃服衣裳推位让国有';

/** A text that has so many of the twenty pairs, from the beginning. */
function sharing(pairs: number): string {
  return characters.slice(0, pairs + 1) + otherCharacters.slice(pairs + 1);
}

describe('how like names have to be', () => {
  const likeIn = (pairs: number, both: Partial<Comparable> = {}) =>
    pair({ name: characters, ...both }, { name: sharing(pairs), ...both }).isDouble;

  test('is the share of the neighbouring characters that both have', () => {
    expect(nameLikeness(characters, sharing(13))).toBeCloseTo(0.65);
    expect(pair({ name: characters }, { name: sharing(13) }).name).toBe(0.65);
  });

  test('is three quarters where only the city agrees', () => {
    expect(likeIn(15)).toBe(true);
    expect(likeIn(14)).toBe(false);
  });

  test.each<[string, Partial<Comparable>]>([
    ['the venue', { venue: '一楼报告厅' }],
    ['a host', { hosts: ['省服务中心'] }],
  ])('is less where %s agrees as well', (_what, both) => {
    expect(likeIn(13, both)).toBe(true);
    expect(likeIn(12, both)).toBe(false);
  });

  test('is nearly that of the same name where a longer one contains it whole, from seven characters on', () => {
    expect(nameLikeness(characters.slice(0, 7), characters)).toBe(0.85);
    expect(nameLikeness(characters.slice(0, 6), characters)).toBeCloseTo((2 * 5) / (5 + 20));
  });
});

describe('a venue', () => {
  const signsAt = (one: string, other: string) => pair({ venue: one }, { venue: other }).signs;

  test('is the same where seven tenths of it are, or one is a part of the other', () => {
    expect(signsAt(characters, sharing(14))).toContain('venue');
    expect(signsAt(characters, sharing(13))).not.toContain('venue');
    expect(signsAt('报告厅', '一楼报告厅')).toContain('venue');
    expect(signsAt('一楼报告厅', '报告厅')).toContain('venue');
  });

  test('of two characters says nothing', () => {
    expect(signsAt('一楼', '一楼')).not.toContain('venue');
  });
});

describe('a start that nobody knows', () => {
  test('is not the same as another that nobody knows', () => {
    expect(pair({ startTime: null }, { startTime: null }).signs).not.toContain('time');
    expect(pair({ startTime: null }, {}).signs).not.toContain('time');
  });

  test('keeps two units’ records alike, and one unit’s apart', () => {
    expect(pair({ startTime: null }, { startTime: null }).isDouble).toBe(true);
    expect(pair({ startTime: null }, { unitId: 'unit-1', startTime: null }).isDouble).toBe(false);
  });
});
