import { prove } from '../../../proof/prove';
import { GovernmentCloud, governmentIntent } from './government-cloud';
import { ovn } from './small-cloud';

/** The verdict about flows that nobody allowed, when both groups of one wire, or of two, carry one service more. */
function verdict(service: string, others: { readonly from: string; readonly to: string; readonly at: string }) {
  const cloud = new GovernmentCloud()
    .rule(others.from, `egress ${service} ${others.at}`)
    .rule(others.to, `ingress ${service} 10.1.16.0/24`, { description: 'F10 app-to-db' });
  return prove(cloud.world(), governmentIntent, ovn).statements.find((one) => one.id === 'NOTHING-ELSE')?.verdict;
}

const onWire = { from: 'finance-app', to: 'finance-app', at: '10.1.16.0/24' };
const across = { from: 'finance-app', to: 'finance-db', at: '10.1.17.0/24' };

describe('what every wire carries, rules or none,', () => {
  it.each(['udp 67-68', 'udp 67'])('is no violation where a rule allows it on the wire: %s', (service) => {
    expect(verdict(service, onWire)).toBe('PROVED');
  });

  it.each(['udp 66-68', 'tcp 67', 'udp 69'])('does not hide a service beside it: %s', (service) => {
    expect(verdict(service, onWire)).toBe('VIOLATED');
  });

  it('is one where a router would carry it further', () => {
    expect(verdict('udp 67-68', across)).toBe('VIOLATED');
  });
});
