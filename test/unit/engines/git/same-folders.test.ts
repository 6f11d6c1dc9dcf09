import { partTree } from '../../../../engines/git/same-folders';

describe('a tree beside a work tree', () => {
  const files = ['defaults.yaml', 'gx/lz/a.yaml', 'gx/lz/tenants/b.yaml', 'gx/nn/a.yaml', 'hb/a.yaml'];

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['in which nothing differs', [], ['gx', 'hb'], ['defaults.yaml']],
    ['of which a file differs', ['gx/lz/a.yaml'], ['gx/lz/tenants', 'gx/nn', 'hb'], ['defaults.yaml', 'gx/lz/a.yaml']],
    ['beside which a file is new', ['gx/nn/new.yaml'], ['gx/lz', 'hb'], ['defaults.yaml', 'gx/nn/a.yaml']],
    ['beside which a folder is new', ['new/a.yaml'], ['gx', 'hb'], ['defaults.yaml']],
    ['of which a file at the top differs', ['defaults.yaml'], ['gx', 'hb'], ['defaults.yaml']],
  ])('%s', (_, differing, same, written) => {
    expect(partTree(files, differing)).toEqual({ same, files: written });
  });
});
