import { tagList, tagMap } from '../../../model/tags';

const values = { provider: 'unicom', adcode: '421300', mlps: 3, pii: false, tier: 'app' };

describe('tags', () => {
  it('are a sorted list for Neutron, `false` included', () => {
    expect(tagList(values)).toEqual(['adcode:421300', 'mlps:3', 'pii:false', 'provider:unicom', 'tier:app']);
  });

  it('are texts by name for Nova and Cinder', () => {
    expect(tagMap(values)).toEqual({ adcode: '421300', mlps: '3', pii: 'false', provider: 'unicom', tier: 'app' });
  });

  it('leave out what is not known', () => {
    const unknown = { ...values, dept: undefined } as unknown as typeof values;
    expect(tagList(unknown).filter((tag) => tag.startsWith('dept'))).toEqual([]);
    expect(Object.keys(tagMap(unknown))).not.toContain('dept');
  });
});
