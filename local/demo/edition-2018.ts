import { keptEdition, type Edition } from '#shared/week/edition';
import { guangdongCities } from '#shared/ground/region';
import { instantOf } from '#shared/ground/guangdong-time';

/** The edition of the two notices; no theme is named in them. */
export const edition2018: Edition = keptEdition.parse({
  id: '2018',
  title: '2018年全国大众创业万众创新活动周',
  theme: '',
  firstDay: '2018-10-09',
  lastDay: '2018-10-15',
  opensAt: instantOf('2018-10-08', '16:00'),
  cutOff: '16:00',
  cityDeadline: '2018-10-15',
  provinceDeadline: '2018-10-16',
  bulletinMailbox: 'cxfwc@sme.gov.cn',
  summaryMailbox: 'cxfwc@sme.gov.cn',
  provinceMailbox: 'fwc8313@126.com',
  series: ['中博会', '创客中国', '创客广东'],
  dailyNil: { on: false, reason: '' },
  cities: [...guangdongCities],
  reportsAlone: ['深圳'],
  bodies: {
    bureau: { full: '广东省中小企业局', short: '省局' },
    serviceCenter: { full: '广东省中小企业服务中心', short: '省服务中心' },
    fairOffice: { full: '中国国际中小企业博览会事务局', short: '中博会事务局' },
    association: { full: '广东省中小企业发展促进会', short: '促进会' },
  },
  paperTitle: '每日信息',
  cityExtensions: [],
  state: 'open',
  closing: null,
  revision: 1,
  createdAt: instantOf('2018-09-25', '09:00'),
  updatedAt: instantOf('2018-09-25', '09:00'),
});

/** When the demo begins: twenty minutes before a cut-off. */
export const demoBegins = instantOf('2018-10-10', '15:40');
