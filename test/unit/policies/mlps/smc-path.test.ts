import type { PortRange } from '../../../../model/flow';
import { smcPath } from '../../../../policies/mlps/smc-path';
import { assuredDesign } from '../../../support/policies/assured-cloud';
import { judged, verdictOf } from '../../../support/policies/judged';

const design = assuredDesign();
const row = (name: string) => design.intent.flows.find((one) => one.row === name)?.id;

/** The design with other ports in the first flow of a row. */
function withPorts(name: string, ports: readonly PortRange[]) {
  const flows = design.intent.flows.map((one) => (one.id === row(name) ? { ...one, ports } : one));
  return { ...design, intent: { ...design.intent, flows } };
}

test('the bastion speaks secure shell, HTTPS and the like', () => {
  expect(verdictOf(judged(smcPath, { design }))).toEqual(['pass']);
});

test('Telnet to a server is no protected way', () => {
  const ports = [{ protocol: 'tcp', from: 23, to: 23 }] as const;
  expect(verdictOf(judged(smcPath, { design: withPorts('F16', ports) }))).toEqual([
    `fail flow ${row('F16')} · tcp/23-23 is no protected way to manage`,
  ]);
});

test('a range that holds SSH holds more', () => {
  const ports = [{ protocol: 'tcp', from: 22, to: 23 }] as const;
  expect(verdictOf(judged(smcPath, { design: withPorts('F15', ports) }))).toEqual([
    `fail flow ${row('F15')} · tcp/22-23 is no protected way to manage`,
  ]);
});

test('Telnet of a department is another policy’s matter', () => {
  const ports = [{ protocol: 'tcp', from: 23, to: 23 }] as const;
  expect(verdictOf(judged(smcPath, { design: withPorts('F10', ports) }))).toEqual(['pass']);
});
