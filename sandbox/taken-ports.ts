import { createServer } from 'node:net';
import type { Problem } from '../model/problem';
import { SANDBOX_PORT } from '../model/problems/sandbox-problems';

export interface ServicePort {
  readonly service: string;
  readonly port: number;
}

/** Offsets that are offered instead of one whose ports are taken. */
const OFFERED = [1000, 2000, 3000, 4000, 5000];

/** A problem for each port of 127.0.0.1 that somebody else has, with an offset at which all are free. */
export async function portProblems(portsAt: (offset: number) => ServicePort[], offset: number): Promise<Problem[]> {
  const taken = await takenOf(portsAt(offset));
  if (taken.length === 0) return [];
  let free: number | undefined;
  for (const other of OFFERED) {
    if ((await takenOf(portsAt(other))).length === 0) {
      free = other;
      break;
    }
  }
  return taken.map(({ port, service }) => SANDBOX_PORT.at(`127.0.0.1:${port}`, { port, service, free }));
}

async function takenOf(ports: readonly ServicePort[]): Promise<ServicePort[]> {
  const free = await Promise.all(ports.map(({ port }) => isFree(port)));
  return ports.filter((_, index) => !free[index]);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}
