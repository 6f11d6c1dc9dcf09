import { said } from '../../../support/environment-builder';

describe('gap devices and channels', () => {
  it('refuses a gap device whose sides are the wrong way round', () => {
    expect(said({ gap: { devices: { 'gap-1': { outer: 'extranet/exchange', inner: 'internet/exchange' } } } })).toEqual(
      [
        'GAP_ZONE gap/devices/gap-1/inner · the inner side of gap-1 is in internet/exchange of kind I-EXCH, it belongs into one of kind E-EXCH · name a zone of kind E-EXCH as `inner`',
        'GAP_ZONE gap/devices/gap-1/outer · the outer side of gap-1 is in extranet/exchange of kind E-EXCH, it belongs into one of kind I-EXCH · name a zone of kind I-EXCH as `outer`',
        'CHANNEL_MISMATCH tenants/finance/systems/budget/flows/web-to-app/through · channel budget-requests: its direction is in, the flow goes out · make flow and channel say the same, or declare another channel',
      ],
    );
  });

  it('refuses a gap device in a zone that there is not', () => {
    expect(said({ gap: { devices: { 'gap-1': { outer: 'internet/outside' } } } })).toEqual([
      'REFERENCE_UNKNOWN gap/devices/gap-1/outer · there is no zone internet/outside · use one of: extranet/data, extranet/dept, extranet/edge, extranet/exchange, extranet/public, extranet/share, extranet/test, extranet/vpn, internet/app, internet/data, internet/dmz, internet/edge and 6 more',
    ]);
  });

  it('refuses a gap device in a zone of departments', () => {
    expect(said({ gap: { devices: { 'gap-1': { inner: 'extranet/share' } } } })).toEqual([
      'GAP_ZONE gap/devices/gap-1/inner · the inner side of gap-1 is in extranet/share of kind E-SHARE, it belongs into one of kind E-EXCH · name a zone of kind E-EXCH as `inner`',
    ]);
  });

  it('refuses a channel of a device that there is not', () => {
    expect(said({ gap: { channels: { 'budget-requests': { device: 'gap-2' } } } })).toEqual([
      'REFERENCE_UNKNOWN gap/channels/budget-requests/device · there is no gap device gap-2 · use one of: gap-1',
    ]);
  });

  it('refuses a channel against its optical gap', () => {
    expect(said({ gap: { devices: { 'gap-1': { oneWay: 'out' } } } })).toEqual([
      'CHANNEL_MISMATCH gap/channels/budget-requests/device · channel budget-requests: its direction is in, device gap-1 passes only out · make flow and channel say the same, or declare another channel',
    ]);
  });

  it('accepts a channel along its optical gap', () => {
    expect(said({ gap: { devices: { 'gap-1': { oneWay: 'in' } } } })).toEqual([]);
  });

  it('refuses a channel both ways over an optical gap', () => {
    expect(
      said({ gap: { devices: { 'gap-1': { oneWay: 'in' } }, channels: { 'budget-requests': { direction: 'both' } } } }),
    ).toEqual([
      'CHANNEL_MISMATCH gap/channels/budget-requests/device · channel budget-requests: its direction is both, device gap-1 passes only in · make flow and channel say the same, or declare another channel',
    ]);
  });

  it('refuses a channel from another tier than the flow', () => {
    expect(
      said({
        tenants: {
          finance: {
            systems: {
              other: {
                name: 'x',
                mlps: 2,
                tiers: { web: { plane: 'internet', zone: 'app', servers: 1, flavor: 'c4m8' } },
              },
            },
          },
        },
        gap: { channels: { 'budget-requests': { from: 'finance/other/web' } } },
      }),
    ).toEqual([
      'CHANNEL_MISMATCH tenants/finance/systems/budget/flows/web-to-app/through · channel budget-requests: it joins finance/other/web and finance/budget/app, the flow finance/budget/web and finance/budget/app · make flow and channel say the same, or declare another channel',
    ]);
  });

  it('refuses a channel of the other direction', () => {
    expect(said({ gap: { channels: { 'budget-requests': { direction: 'out' } } } })).toEqual([
      'CHANNEL_MISMATCH tenants/finance/systems/budget/flows/web-to-app/through · channel budget-requests: its direction is out, the flow goes in · make flow and channel say the same, or declare another channel',
    ]);
  });

  it('accepts a channel both ways', () => {
    expect(said({ gap: { channels: { 'budget-requests': { direction: 'both' } } } })).toEqual([]);
  });

  it('refuses a channel of other ports than the flow', () => {
    expect(
      said({
        tenants: { finance: { systems: { budget: { flows: { 'web-to-app': { ports: ['tcp/443', 'tcp/8443'] } } } } } },
      }),
    ).toEqual([
      'CHANNEL_MISMATCH tenants/finance/systems/budget/flows/web-to-app/ports · channel budget-requests: it passes tcp/8443, the flow wants tcp/443, tcp/8443 · make flow and channel say the same, or declare another channel',
    ]);
  });

  it('accepts a flow that names the ports of its channel', () => {
    expect(
      said({ tenants: { finance: { systems: { budget: { flows: { 'web-to-app': { ports: 'tcp/8443' } } } } } } }),
    ).toEqual([]);
  });

  it('refuses a channel from a tier that there is not', () => {
    expect(
      said({
        gap: {
          channels: {
            old: {
              device: 'gap-1',
              kind: 'file',
              direction: 'in',
              from: 'finance/gone/web',
              to: 'finance/budget/app',
              ports: 'tcp/22',
              maxMbps: 1,
              checks: ['antivirus', 'content'],
              approval: { id: 'x', until: '2027-01-01' },
            },
          },
        },
      }),
    ).toEqual([
      'REFERENCE_UNKNOWN gap/channels/old/from · there is no tier finance/gone/web · use one of: finance/budget/app, finance/budget/db, finance/budget/web, health/archive/app, health/archive/db',
    ]);
  });

  it('refuses a channel that is not checked for malware', () => {
    expect(said({ gap: { channels: { 'budget-requests': { checks: ['content'] } } } })).toEqual([
      'CHANNEL_UNCHECKED gap/channels/budget-requests/checks · channel budget-requests lacks checks: antivirus · add checks: antivirus',
    ]);
  });

  it('refuses a channel that is not checked for content', () => {
    expect(said({ gap: { channels: { 'budget-requests': { checks: ['antivirus'] } } } })).toEqual([
      'CHANNEL_UNCHECKED gap/channels/budget-requests/checks · channel budget-requests lacks checks: content · add checks: content',
    ]);
  });

  it('accepts a stream that is not checked for content', () => {
    expect(said({ gap: { channels: { 'budget-requests': { kind: 'stream', checks: ['antivirus'] } } } })).toEqual([]);
  });

  it('refuses a channel both ways without checks', () => {
    expect(said({ gap: { channels: { 'budget-requests': { direction: 'both', kind: 'db', checks: [] } } } })).toEqual([
      'CHANNEL_UNCHECKED gap/channels/budget-requests/checks · channel budget-requests lacks checks: antivirus · add checks: antivirus',
      'CHANNEL_UNCHECKED gap/channels/budget-requests/checks · channel budget-requests lacks checks: content · add checks: content',
    ]);
  });

  it('refuses a channel of requests without a list', () => {
    expect(said({ gap: { channels: { 'budget-requests': { whitelist: [] } } } })).toEqual([
      'CHANNEL_UNCHECKED gap/channels/budget-requests/whitelist · channel budget-requests lacks whitelist · add whitelist',
    ]);
  });

  it('accepts a channel of files without a list', () => {
    expect(said({ gap: { channels: { 'budget-requests': { kind: 'file', whitelist: [] } } } })).toEqual([]);
  });

  it('accepts what leaves the extranet needs no checks', () => {
    expect(
      said({
        tenants: { finance: { systems: { budget: { flows: { 'web-to-app': { from: 'app', to: 'web' } } } } } },
        gap: {
          channels: {
            'budget-requests': {
              direction: 'out',
              kind: 'db',
              from: 'finance/budget/app',
              to: 'finance/budget/web',
              checks: [],
            },
          },
        },
      }),
    ).toEqual([]);
  });
});
