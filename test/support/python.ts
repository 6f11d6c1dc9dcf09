import { spawnSync } from 'node:child_process';

/** An interpreter of this machine, if it has one. */
const found = ['/usr/bin/python3', 'python3'].find((one) => spawnSync(one, ['-c', '']).status === 0);

export const PYTHON = found ?? 'python3';

/** Whether tests in need of it run: where `EGOV_REQUIRE` asks for anything they fail without it. */
export const hasPython = found !== undefined || (process.env['EGOV_REQUIRE'] ?? '') !== '';
