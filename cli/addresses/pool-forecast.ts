import { Cidr } from '../../model/cidr';
import { daysBetween } from '../../model/delegation';

/** Fewest days of history from which a pace is told. */
const FEWEST_DAYS = 30;

/**
 * The month (YYYY-MM) in which a pool is full if blocks go on being given as they were; undefined where the history is
 * too short, or the month more than thirty years away. `used` is the share that is given, 0 to 1.
 */
export function poolForecast(history: readonly string[], pool: Cidr, used: number, on: string): string | undefined {
  const given = history.flatMap((line) => {
    const [day = '', did, ...rest] = line.split(' ');
    const block = Cidr.parse(rest.at(-1) ?? '');
    return did === 'gave' && block instanceof Cidr && pool.contains(block) ? [{ day, block }] : [];
  });
  const [first] = given.map(({ day }) => day).sort();
  if (first === undefined || used >= 1) return undefined;
  const days = daysBetween(first, on);
  if (days < FEWEST_DAYS) return undefined;
  const size = given.reduce((sum, { block }) => sum + block.size, 0n);
  const pace = Number((size * 1_000_000n) / pool.size) / 1_000_000 / days;
  const left = (1 - used) / pace;
  if (left > 30 * 365) return undefined;
  return new Date(Date.parse(`${on}T00:00:00Z`) + left * 86_400_000).toISOString().slice(0, 7);
}
