/** What takes long to load, and what only some commands need. */
const rooms = ['../../../policies/packs', 'cdktf', 'zod', 'yaml', '@pulumi/kubernetes'];

beforeEach(() => jest.resetModules());

it.each(rooms)('is read without %s, which a command loads when it runs', (room) => {
  jest.doMock(room, () => {
    throw new Error(`${room} was loaded`);
  });
  expect(() => require(room)).toThrow('was loaded');
  expect(require('../../../cli/program').createProgram).toEqual(expect.any(Function));
});
