import type { Language } from '../../model/text';
import { escaped } from '../../policies/report/markup';
import type { Diagram } from './diagram';

/** The diagram in words, for who cannot see it: planes, zones, departments, tiers, and every link with its flows. */
export function textTwin({ planes, links, outside }: Diagram, language: Language): string {
  const words = {
    en: {
      plane: 'Plane',
      tier: 'Tier',
      from: 'From',
      to: 'To',
      flows: 'Flows',
      place: 'Place',
      change: 'Change',
      outside: 'Outside',
    },
    zh: {
      plane: '平面',
      tier: '层',
      from: '来源',
      to: '目的',
      flows: '流',
      place: '位置',
      change: '变更',
      outside: '云外',
    },
  }[language];
  const list = (items: readonly string[]) => `<ul>${items.map((one) => `<li>${one}</li>`).join('')}</ul>`;
  const told = planes.map(({ key, platform, tiers }) => {
    const zones = platform.map(
      ({ zone, nodes }) => `${escaped(zone)}: ${nodes.map((one) => escaped(one.key)).join(', ')}`,
    );
    const servers = tiers.map((one) => `${escaped(one.key)} (${escaped(one.zone)}, ${escaped(one.detail)})`);
    return `<h4>${words.plane} ${escaped(key)}</h4>${list([...zones, ...servers])}`;
  });
  const rows = links.map(
    ({ from, to, flows, place, change }) =>
      `<tr><td>${escaped(from)}</td><td>${escaped(to)}</td><td>${flows.map(escaped).join('<br>')}</td><td>${escaped(place)}</td><td>${change ?? ''}</td></tr>`,
  );
  const heads = [words.from, words.to, words.flows, words.place, words.change].map(
    (one) => `<th scope="col">${one}</th>`,
  );
  return [
    outside.length === 0 ? '' : `<p>${words.outside}: ${outside.map((one) => escaped(one.key)).join(', ')}</p>`,
    ...told,
    `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  ].join('\n');
}
