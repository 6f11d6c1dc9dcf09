import { designEnvironment } from '../../../../model/design/design-environment';
import { environment } from '../../../support/environment-builder';

describe('the intent of a design', () => {
  const { intent, planes } = designEnvironment(environment());

  it('names the operations zone and the bastions in both families as the sources of administration', () => {
    const ops = planes.flatMap((plane) => plane.zones).find((zone) => zone.kind === 'M-OPS');
    const bastions = planes
      .flatMap((plane) => plane.relays.filter((relay) => relay.key === 'bastion'))
      .flatMap((relay) => relay.legs.flatMap((leg) => leg.port.addresses))
      .map(({ address }) => `${address}/${address.includes(':') ? 128 : 32}`);
    expect(ops?.blocks).toHaveLength(2);
    expect(bastions).toHaveLength(8);
    expect(intent.operations).toEqual([...(ops?.blocks ?? []), ...bastions].sort());
  });

  it('follows a flow over the planes on both sides of the gap and inside of it', () => {
    const crossing = intent.flows.filter((flow) => flow.id.endsWith('finance/budget/web-to-app'));
    expect(crossing.map(({ id, from, to }) => `${id}: ${from.label} > ${to.label}`)).toEqual([
      'F04 finance/budget/web-to-app: finance/budget/web > gap-1/outer',
      'F05 finance/budget/web-to-app: gap-1/outer > gap-1/inner',
      'F06 finance/budget/web-to-app: gap-1/inner > finance/budget/app',
    ]);
  });

  it('carries the flows that every cloud has', () => {
    const standing = intent.flows.filter((flow) => !flow.id.includes('finance') && !flow.id.includes('health'));
    expect(standing.map((flow) => flow.id)).toEqual([
      'F14 extranet/proxy',
      'F14 extranet/proxy out',
      'F14 internet/proxy',
      'F14 internet/proxy out',
      'F15 extranet/bastion',
      'F15 internet/bastion',
      'F16 extranet/bastion',
      'F16 internet/bastion',
      'F17 extranet/log',
      'F17 extranet/log onward',
      'F17 internet/log',
      'F17 internet/log onward',
      'F19 management/supervision',
      'F20 extranet/resolver',
      'F20 extranet/resolver onward',
      'F20 internet/resolver',
      'F20 internet/resolver onward',
    ]);
  });
});
