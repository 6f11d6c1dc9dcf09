/**
 * Keeps the review of a pull request in one comment: finds the comments of earlier runs by their first line, changes
 * them, adds what is missing and removes what is too many. Node 20 alone, nothing to install.
 *
 *   FORGE=github|gitlab|gitee API=https://… REPOSITORY=owner/name NUMBER=12 TOKEN=… node sticky-comment.cjs review.md
 *
 * `review.2.md` … beside the file are further comments. TOKEN needs the right to comment and no other.
 */
const { existsSync, readFileSync } = require('node:fs');

const { FORGE = 'github', API = '', REPOSITORY = '', NUMBER = '', TOKEN = '' } = process.env;
const marker = (part) => `<!-- egov review ${part} -->`;

/** Where comments of each forge are listed, and where one of them is changed. */
const forges = {
  github: {
    list: `/repos/${REPOSITORY}/issues/${NUMBER}/comments`,
    one: (id) => `/repos/${REPOSITORY}/issues/comments/${id}`,
    change: 'PATCH',
    headers: { authorization: `Bearer ${TOKEN}`, accept: 'application/vnd.github+json' },
  },
  gitlab: {
    list: `/projects/${encodeURIComponent(REPOSITORY)}/merge_requests/${NUMBER}/notes`,
    one: (id) => `/projects/${encodeURIComponent(REPOSITORY)}/merge_requests/${NUMBER}/notes/${id}`,
    change: 'PUT',
    headers: { 'private-token': TOKEN },
  },
  gitee: {
    list: `/repos/${REPOSITORY}/pulls/${NUMBER}/comments`,
    one: (id) => `/repos/${REPOSITORY}/pulls/comments/${id}`,
    change: 'PATCH',
    headers: { authorization: `token ${TOKEN}` },
  },
};

async function ask(forge, method, path, body) {
  const answer = await fetch(`${API}${path}`, {
    method,
    headers: { ...forge.headers, 'content-type': 'application/json', 'user-agent': 'egov-review' },
    ...(body && { body: JSON.stringify({ body }) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

/** Every comment, page by page. */
async function comments(forge) {
  const found = [];
  for (let page = 1; ; page += 1) {
    const some = await ask(forge, 'GET', `${forge.list}?per_page=100&page=${page}`);
    found.push(...some);
    if (some.length < 100) return found;
  }
}

function texts(file) {
  const parts = [readFileSync(file, 'utf8')];
  for (let part = 2; ; part += 1) {
    const further = file.replace(/(\.\w+)?$/, `.${part}$1`);
    if (!existsSync(further)) return parts;
    parts.push(readFileSync(further, 'utf8'));
  }
}

async function main(file) {
  const forge = forges[FORGE];
  if (!forge || file === undefined) throw new Error('usage: FORGE=github|gitlab|gitee … sticky-comment.cjs review.md');
  const wanted = texts(file).map((text, index) => `${marker(index + 1)}\n${text}`);
  const known = (await comments(forge)).filter(({ body = '' }) => /^<!-- egov review \d+ -->/.test(body));
  const rest = new Set(known);
  for (const [index, body] of wanted.entries()) {
    const one = known.find((comment) => comment.body.startsWith(marker(index + 1)));
    rest.delete(one);
    if (!one) await ask(forge, 'POST', forge.list, body);
    else if (one.body !== body) await ask(forge, forge.change, forge.one(one.id), body);
  }
  for (const { id } of rest) await ask(forge, 'DELETE', forge.one(id));
}

main(process.argv[2]).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
