/** One line of what OpenTofu reports while it works (`-json`), reduced to what a progress display shows. */
export interface EngineEvent {
  /** OpenTofu's own type: `planned_change`, `apply_start`, `apply_complete`, `change_summary`, `log` … */
  readonly type: string;
  readonly text: string;
  /** The resource it speaks of. */
  readonly address?: string;
  /** What is planned for the resource, in OpenTofu's word: `create`, `update`, `replace`, `delete`, `read` … */
  readonly planned?: { readonly type: string; readonly action: string };
}

/** What OpenTofu has against a configuration. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** The resource it speaks of, or `file:line:column`, or empty. */
  readonly place: string;
}

interface UiLine {
  readonly '@message'?: string;
  readonly type?: string;
  readonly hook?: { readonly resource?: { readonly addr?: string } };
  readonly change?: {
    readonly resource?: { readonly addr?: string; readonly resource_type?: string };
    readonly action?: string;
  };
  readonly diagnostic?: DiagnosticJson;
}

interface DiagnosticJson {
  readonly severity?: string;
  readonly summary?: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number; readonly column: number } };
}

/** Reads one line; `undefined` for what is no report, such as the complaint of a broken installation. */
export function parseEvent(line: string): EngineEvent | undefined {
  const parsed = parseLine(line);
  if (parsed?.['@message'] === undefined) return undefined;
  const address = parsed.hook?.resource?.addr ?? parsed.change?.resource?.addr ?? parsed.diagnostic?.address;
  const { type = 'log', change } = parsed;
  const { resource, action } = type === 'planned_change' ? (change ?? {}) : {};
  return {
    type,
    text: parsed['@message'],
    ...(address === undefined ? {} : { address }),
    ...(action === undefined ? {} : { planned: { type: resource?.resource_type ?? '', action } }),
  };
}

/** The errors among the lines of a command run with `-json`. */
export function diagnosticsOf(stdout: string): Diagnostic[] {
  return stdout.split('\n').flatMap((line) => {
    const diagnostic = parseLine(line)?.diagnostic;
    return diagnostic === undefined ? [] : [readDiagnostic(diagnostic)];
  });
}

/** The diagnostics in the answer of `tofu validate -json`. */
export function validationOf(answer: { readonly diagnostics?: readonly DiagnosticJson[] }): Diagnostic[] {
  return (answer.diagnostics ?? []).map(readDiagnostic);
}

function readDiagnostic(json: DiagnosticJson): Diagnostic {
  const { range, address } = json;
  const position = range === undefined ? '' : `${range.filename}:${range.start.line}:${range.start.column}`;
  return {
    severity: json.severity === 'warning' ? 'warning' : 'error',
    summary: json.summary ?? 'no reason given',
    detail: (json.detail ?? '').trim(),
    place: address ?? position,
  };
}

function parseLine(line: string): UiLine | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as UiLine;
  } catch {
    return undefined;
  }
}
