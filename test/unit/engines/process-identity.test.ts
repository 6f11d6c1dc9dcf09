import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { identityOf, isAlive } from '../../../engines/process-identity';
import { hasPython, PYTHON } from '../../support/python';

test('no process has number 0 or a number beyond all', () => {
  expect(identityOf(0)).toBeUndefined();
  expect(identityOf(2 ** 30)).toBeUndefined();
});

test('another process that got the number is not it', () => {
  const identity = identityOf(process.pid);
  if (identity === undefined) throw new Error('this process lives');
  expect(isAlive(identity)).toBe(true);
  expect(isAlive({ ...identity, started: '1' })).toBe(false);
});

test('a zombie does not live', async () => {
  // The inner shell ends at once, and the program that takes the outer one's place never asks for its end.
  const parent = spawn('sh', ['-c', 'sh -c "exit 0" & echo $!; exec sleep 60']);
  try {
    const pid = Number(String((await once(parent.stdout, 'data'))[0]));
    while (stateOf(pid) !== 'Z') await new Promise((done) => setTimeout(done, 10));
    expect(identityOf(pid)).toBeUndefined();
  } finally {
    parent.kill('SIGKILL');
  }
});

/** Its first thread ends; another one keeps a port open until it is told to end. */
const OUTLIVED = `
import ctypes, os, socket, sys, threading
server = socket.create_server(('127.0.0.1', 0))
def stay():
    print(server.getsockname()[1], flush=True)
    os.read(0, 1)
    os._exit(0)
threading.Thread(target=stay).start()
ctypes.CDLL(None).pthread_exit(None)
`;

(hasPython ? test : test.skip)(
  'a process lives whose first thread has ended, as its port is not free',
  async () => {
    const child = spawn(PYTHON, ['-c', OUTLIVED]);
    try {
      const pid = child.pid ?? 0;
      const port = Number(String((await once(child.stdout, 'data'))[0]));
      while (stateOf(pid) !== 'Z') await new Promise((done) => setTimeout(done, 10));
      const identity = identityOf(pid);
      const connection = connect(port, '127.0.0.1');
      await once(connection, 'connect');
      connection.destroy();
      expect(identity).toBeDefined();
      child.stdin.write('\n');
      await once(child, 'close');
      expect(identity && isAlive(identity)).toBe(false);
    } finally {
      child.kill('SIGKILL');
    }
  },
  30_000,
);

function stateOf(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat[stat.lastIndexOf(')') + 2];
}
