import { rmSync } from 'node:fs';
import { hasPython } from '../../support/python';
import { Certified } from '../../unit/proof/certified';

(hasPython ? it : it.skip).each(['guangxi/liuzhou', 'guangxi/liuzhou/liucheng', 'hebei', 'liaoning', 'qinghai'])(
  'every statement about %s is confirmed by the checker',
  (id) => {
    const certified = new Certified(id);
    try {
      const { statements, doors } = certified.certificate;
      expect(statements).toEqual(certified.proof.statements.map((one) => one.id));
      const said = `0 confirmed: ${id}, ${statements.length} statements, ${Object.keys(doors).length} doors`;
      expect(certified.check(certified.text)).toBe(said);
    } finally {
      rmSync(certified.folder, { recursive: true });
    }
  },
  // Hebei takes the checker half a minute where a core is shared.
  180_000,
);
