import type { Text } from '../model/text';

interface Words {
  readonly what: Text;
  readonly repair: Text;
}

const words = (en: string, zh: string, repairEn: string, repairZh: string): Words => ({
  what: { en, zh },
  repair: { en: repairEn, zh: repairZh },
});

const indent = words(
  'the indentation fits no level above',
  '缩进与上级不符',
  'start the keys of one object in one column, with spaces',
  '同一对象的键应从同一列开始，用空格缩进',
);
const tag = words(
  'tags (!name) are not read',
  '不支持标签（!name）',
  'remove the tag, or put a text that starts with ! in quotes',
  '删除标签，或为以 ! 开头的文本加引号',
);
const anchor = words(
  'an anchor or a tag stands in the wrong place',
  '锚点或标签位置错误',
  'remove it, or write it right in front of the value',
  '删除，或紧靠值之前书写',
);
const oneLine = words(
  'a key goes over several lines',
  '键跨越多行',
  'write the key on one line and close its quotes',
  '将键写在一行并补全引号',
);

/** What the errors of the YAML parser mean to the person who wrote the file, by the parser's own codes. */
const byCode: Readonly<Record<string, Words>> = {
  BAD_INDENT: indent,
  FLOW_OPEN: words(
    'a bracket that was opened above is not closed before this',
    '前面的括号在此之前未闭合',
    'close the bracket, and indent its lines below the key',
    '闭合括号，并使其各行缩进于键之下',
  ),
  UNEXPECTED_TOKEN: words(
    'this does not belong here',
    '此处内容不应出现',
    'remove it, or put the whole text in quotes',
    '删除，或为整个文本加引号',
  ),
  BLOCK_AS_IMPLICIT_KEY: words(
    'a second colon on this line makes a map inside of a value',
    '本行出现第二个冒号',
    'put the value in quotes, or start a new line',
    '为值加引号，或另起一行',
  ),
  BLOCK_IN_FLOW: words(
    'a block stands inside of brackets',
    '括号内出现块结构',
    'close the bracket, or write the inner part in brackets too',
    '补全括号，或内部也使用括号',
  ),
  BAD_COLLECTION_TYPE: tag,
  TAG_RESOLVE_FAILED: tag,
  MULTIPLE_TAGS: tag,
  BAD_ALIAS: anchor,
  ALIAS_PROPS: anchor,
  MULTIPLE_ANCHORS: anchor,
  BAD_PROP_ORDER: anchor,
  BAD_DQ_ESCAPE: words(
    'no escape sequence of YAML',
    '不是 YAML 转义序列',
    'write \\\\ for a backslash, or use single quotes',
    '反斜杠写作 \\\\，或使用单引号',
  ),
  BAD_SCALAR_START: words(
    'a plain value cannot start with this character',
    '无引号的值不能以此字符开头',
    'put the value in quotes',
    '为值加引号',
  ),
  BAD_DIRECTIVE: words('no directive of YAML', '不是 YAML 指令', 'remove the line', '删除该行'),
  VERSION: words(
    'the file asks for another version of YAML than 1.2',
    '文件声明的 YAML 版本不是 1.2',
    'remove the %YAML line',
    '删除 %YAML 行',
  ),
  MISSING_CHAR: words(
    'a quote, bracket, colon or comma is missing before this',
    '此前缺少引号、括号、冒号或逗号',
    'close what was opened above, and put a space after colons and commas',
    '补全前面的引号或括号，冒号与逗号后加空格',
  ),
  KEY_OVER_1024_CHARS: oneLine,
  MULTILINE_IMPLICIT_KEY: oneLine,
};

export function syntaxWords(code: string): Words {
  return (
    byCode[code] ?? words(`this is no YAML (${code})`, `不是有效的 YAML（${code}）`, 'correct the line', '修正该行')
  );
}
