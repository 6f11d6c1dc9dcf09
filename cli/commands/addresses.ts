import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { LEDGER_FILE, ledgerText } from '../../environments/ledger-text';
import { type DivisionAbove, readAbove } from '../../environments/new/division-above';
import { ledgerOfText, sidesOf } from '../../environments/new/ledger-sides';
import { readEnvironment } from '../../environments/read-environment';
import { adopt } from '../../model/adopt-addresses';
import { counted } from '../../model/counted';
import {
  type DelegatedBlock,
  type DelegationPools,
  delegatedBlocks,
  delegationOwner,
  delegationUses,
  release,
} from '../../model/delegation';
import { outsideOfPools } from '../../model/delegation-exceptions';
import { freeBlocks } from '../../model/free-blocks';
import type { LedgerValues } from '../../model/ledger';
import { mergeLedgers } from '../../model/merge-ledgers';
import { type Problem, ProblemsError } from '../../model/problem';
import { LEDGER_CLASH } from '../../model/problems/address-ledger-problems';
import { DELEGATION_POOL } from '../../model/problems/division-problems';
import { inOrder } from '../../model/summarise';
import { poolForecast } from '../addresses/pool-forecast';
import { answer, answerJson, type Context } from '../context';
import { dayOfRun } from '../day-of-run';
import { ExitCode } from '../exit-code';
import { ADDRESSES_DENIED } from '../ledger-problems';

export interface ScopeInputs {
  /** Id of an environment; empty for the country. */
  readonly id: string;
}

/** Pools of a division, what it gave to whom, and how long each pool lasts at the pace of its history. */
export async function addressesTree({ id }: ScopeInputs, context: Context): Promise<ExitCode> {
  const above = readAbove(context.environments, id);
  const pools = poolsOf(above, dayOfRun(undefined));
  const exceptions = exceptionsOf(above);
  if (context.json) answerJson(context, { environment: id, pools, exceptions });
  for (const { pool, use, used, holders, full } of context.json ? [] : pools) {
    const percent = `${(used * 100).toFixed(1)} %`;
    answer(context, {
      en: `${use} ${pool} · ${percent} given${full === undefined ? '' : ` · full about ${full} at this pace`}`,
      zh: `${use} ${pool} · 已分配 ${percent}${full === undefined ? '' : ` · 按当前速度约 ${full} 用尽`}`,
    });
    for (const { adcode, block, released } of holders)
      context.output.data(`  ${block} ${adcode}${released === undefined ? '' : ` (${released})`}`);
  }
  for (const { block, adcode, use, reason } of context.json ? [] : exceptions)
    answer(context, {
      en: `${use} outside of the pools: ${block} ${adcode} · ${reason}`,
      zh: `${use} 地址池以外：${block} ${adcode} · ${reason}`,
    });
  return ExitCode.ok;
}

function exceptionsOf({ pools, ledger }: DivisionAbove) {
  return delegatedBlocks(ledger).flatMap((one) => {
    const reason = pools.exceptions?.[delegationOwner(one)];
    return reason === undefined ? [] : [{ block: one.block, adcode: one.adcode, use: one.use, reason }];
  });
}

function poolsOf({ pools, ledger }: DivisionAbove, on: string) {
  const given = delegatedBlocks(ledger);
  return delegationUses.flatMap((use) =>
    pools[use].map((pool) => {
      const holders = given.filter(({ block }) => pool.contains(block)).sort((a, b) => inOrder(a.block, b.block));
      const size = holders.reduce((sum, { block }) => sum + block.size, 0n);
      const used = Number((size * 1_000_000n) / pool.size) / 1_000_000;
      const full = poolForecast(ledger.history ?? [], pool, used, on);
      return { pool: `${pool}`, use, used, holders, ...(full !== undefined && { full }) };
    }),
  );
}

/** Blocks of the pools that nobody has, the largest first. */
export async function addressesFree({ id }: ScopeInputs, context: Context): Promise<ExitCode> {
  const { pools, ledger } = readAbove(context.environments, id);
  const taken = delegatedBlocks(ledger).map(({ block }) => block);
  const free = delegationUses.flatMap((use) =>
    [...freeBlocks(pools[use], taken)]
      .sort((a, b) => a.prefix - b.prefix || inOrder(a, b))
      .map((block) => ({ use, block })),
  );
  if (context.json) answerJson(context, { environment: id, free });
  else for (const { use, block } of free) context.output.data(`${use} ${block}`);
  return ExitCode.ok;
}

/** What was given, adopted, given back and freed, the oldest first. */
export async function addressesHistory({ id }: ScopeInputs, context: Context): Promise<ExitCode> {
  const { ledger } = readAbove(context.environments, id);
  if (context.json) answerJson(context, { environment: id, history: ledger.history ?? [] });
  else for (const line of ledger.history ?? []) context.output.data(line);
  return ExitCode.ok;
}

export interface CheckLedgerInputs extends ScopeInputs {
  /** Join what git left in conflict, or seal again what a merge put together. */
  readonly repair: boolean;
}

/** Whether a ledger is what egov wrote. */
export async function addressesCheck({ id, repair }: CheckLedgerInputs, context: Context): Promise<ExitCode> {
  const { path, label } = ledgerFile(id, context);
  if (repair) {
    const { ours, theirs, common } = sidesOf(readFileSync(path, 'utf8'), label);
    const { ledger, clashes } = mergeLedgers(common, ours, theirs);
    if (clashes.length > 0) throw new ProblemsError(clashes.map((one) => LEDGER_CLASH.at(`${label}:1:1`, one)));
    writeLedger(id, ledger, context);
  }
  const { ledger } = readAbove(context.environments, id);
  const count = Object.keys(ledger.blocks).length;
  if (context.json) answerJson(context, { environment: id, file: label, blocks: count });
  else
    answer(context, {
      en: `${label}: ${counted(count, 'block')}, sealed`,
      zh: `${label}：${count} 个地址段，封印完好`,
    });
  return ExitCode.ok;
}

export interface MergeInputs {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The merge driver of git: joins two ledgers into the file of ours; ends with 1 less than a merge where they clash. */
export async function addressesMerge({ base, ours, theirs }: MergeInputs, context: Context): Promise<ExitCode> {
  const read = (file: string): LedgerValues => ledgerOfText(readFileSync(resolve(context.folder, file), 'utf8'), file);
  const { ledger, clashes } = mergeLedgers(read(base), read(ours), read(theirs));
  if (clashes.length > 0) throw new ProblemsError(clashes.map((one): Problem => LEDGER_CLASH.at(ours, one)));
  const path = resolve(context.folder, ours);
  const first = readFileSync(path, 'utf8').split('\n')[0] ?? '';
  writeFileSync(path, [first, ...ledgerText('', ledger).split('\n').slice(1)].join('\n'));
  return ExitCode.ok;
}

export interface ChangeInputs extends ScopeInputs {
  readonly asOf?: string | undefined;
}

/** Records in the ledger above what a cloud had before there was a ledger. */
export async function addressesAdopt({ id, asOf }: ChangeInputs, context: Context): Promise<ExitCode> {
  const { values } = readEnvironment(context.environments, id);
  return changed(id, context, (ledger, { label, pools }) => {
    const adopted = adopt(ledger, values, dayOfRun(asOf));
    const outside = outsideOfPools(pools, adopted).filter(({ adcode }) => adcode === values.adcode);
    if (outside.length > 0) throw new ProblemsError(outside.map((one) => outsideProblem(one, label, pools)));
    return adopted;
  });
}

/** Gives back what a cloud has; nobody else gets it before the quarantine is over. */
export async function addressesRelease({ id, asOf }: ChangeInputs, context: Context): Promise<ExitCode> {
  const { values } = readEnvironment(context.environments, id);
  return changed(id, context, (ledger) => release(ledger, values.adcode, dayOfRun(asOf)));
}

function outsideProblem(one: DelegatedBlock, label: string, pools: DelegationPools): Problem {
  const { use, block } = one;
  const words = { owner: delegationOwner(one), use, block: `${block}`, pools: pools[use].map(String) };
  return DELEGATION_POOL.at(`${label}/delegation.yaml`, words);
}

type Change = (ledger: LedgerValues, above: DivisionAbove) => LedgerValues;

function changed(id: string, context: Context, change: Change): ExitCode {
  const steps = id.split('/');
  const aboveId = steps.slice(0, -1).join('/');
  const above = readAbove(context.environments, aboveId);
  const ledger = change(above.ledger, above);
  const added = (ledger.history ?? []).slice(above.ledger.history?.length ?? 0);
  if (added.length > 0) {
    const { clashes } = mergeLedgers(ledger, ledger, ledger);
    if (clashes.length > 0) throw new ProblemsError(clashes.map((one) => LEDGER_CLASH.at(above.label, one)));
    writeLedger(aboveId, ledger, context);
  }
  if (context.json) answerJson(context, { environment: id, above: aboveId, added });
  else if (added.length === 0) answer(context, { en: 'nothing changed', zh: '无变更' });
  else for (const line of added) context.output.data(line);
  return ExitCode.ok;
}

function ledgerFile(id: string, { environments }: Context) {
  const label = [basename(resolve(environments)), ...(id === '' ? [] : [id]), LEDGER_FILE].join('/');
  return { path: join(environments, id, LEDGER_FILE), label };
}

function writeLedger(id: string, ledger: LedgerValues, context: Context): void {
  const { path, label } = ledgerFile(id, context);
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, ledgerText(id, ledger));
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new ProblemsError([ADDRESSES_DENIED.at(`${label}:1:1`, { reason: (error as Error).message })]);
  }
}
