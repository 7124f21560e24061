import type { Membership } from '#shared/people/membership';
import { unitNamed } from './units';

/** Someone the visitor of the demo can be. */
export interface DemoPerson {
  id: string;
  label: string;
  openid: string;
  membership: Membership | null;
}

function memberOf(unitName: string, role: Membership['role']): Membership {
  const { id, name, city } = unitNamed(unitName);
  return { unitId: id, unitName: name, city, role };
}

/** The people of the demo; the first is who one is without choosing. */
export const people: readonly DemoPerson[] = [
  { id: 'visitor', label: '游客', openid: 'demo-openid-visitor', membership: null },
  {
    id: 'organiser',
    label: '示范基地填报员',
    openid: 'demo-openid-organiser',
    membership: memberOf('演示双创示范基地', 'organiser'),
  },
  {
    id: 'city',
    label: '广州市工作人员',
    openid: 'demo-openid-city',
    membership: memberOf('广州市工业和信息化委员会', 'city'),
  },
  {
    id: 'bureau',
    label: '省中小企业局工作人员',
    openid: 'demo-openid-bureau',
    membership: memberOf('广东省中小企业局', 'bureau'),
  },
  {
    id: 'shenzhen-city',
    label: '深圳市工作人员',
    openid: 'demo-openid-shenzhen-city',
    membership: memberOf('深圳市经济贸易和信息化委员会', 'city'),
  },
  {
    id: 'shenzhen-organiser',
    label: '深圳填报员',
    openid: 'demo-openid-shenzhen-organiser',
    membership: memberOf('深圳开放创新实验室', 'organiser'),
  },
];
