/**
 * Stands where the official Pulumi CLI brings its language plugin of Node.js, which no package registry has: enough of
 * the service to run a program. Pulumi starts it, reads its port from standard output and asks it over gRPC.
 */
const { spawn } = require('node:child_process');
const { createRequire } = require('node:module');

/** The libraries that the SDK itself speaks with. */
const ofPulumi = createRequire(require.resolve('@pulumi/pulumi/package.json'));
const grpc = ofPulumi('@grpc/grpc-js');
const { Empty } = ofPulumi('google-protobuf/google/protobuf/empty_pb.js');
const messages = require('@pulumi/pulumi/proto/language_pb.js');
const services = require('@pulumi/pulumi/proto/language_grpc_pb.js');
const plugins = require('@pulumi/pulumi/proto/plugin_pb.js');

const engine = process.argv.at(-1);

/** The runtime option `nodeargs`, as Pulumi.yaml gives it. */
const nodeArguments = (program) => {
  const { nodeargs = '' } = program.getOptions()?.toJavaScript() ?? {};
  return nodeargs.split(' ').filter((one) => one !== '');
};

/** Packs of policies: what the pack prints goes back to Pulumi, which reads a port there. */
function runPlugin(call) {
  const { request } = call;
  const program = request.getInfo();
  const script = require.resolve('@pulumi/pulumi/cmd/run-policy-pack');
  const args = [...nodeArguments(program), script, ...request.getArgsList(), program.getProgramDirectory()];
  const own = Object.fromEntries(request.getEnvList().map((one) => one.split(/=(.*)/s).slice(0, 2)));
  const child = spawn(process.execPath, args, { cwd: program.getProgramDirectory(), env: { ...process.env, ...own } });
  const send = (fill) => {
    const response = new messages.RunPluginResponse();
    fill(response);
    call.write(response);
  };
  child.stdout.on('data', (part) => send((response) => response.setStdout(part)));
  child.stderr.on('data', (part) => send((response) => response.setStderr(part)));
  call.on('cancelled', () => child.kill());
  child.once('close', (code) => {
    send((response) => response.setExitcode(code ?? 1));
    call.end();
  });
}

function run({ request }, callback) {
  const program = request.getInfo();
  const args = [
    ...nodeArguments(program),
    require.resolve('@pulumi/pulumi/cmd/run'),
    `--monitor=${request.getMonitorAddress()}`,
    `--engine=${engine}`,
    `--project=${request.getProject()}`,
    `--stack=${request.getStack()}`,
    `--organization=${request.getOrganization()}`,
    `--pwd=${program.getProgramDirectory()}`,
    `--parallel=${request.getParallel()}`,
    ...(request.getDryrun() ? ['--dry-run'] : []),
    program.getEntryPoint(),
    ...request.getArgsList(),
  ];
  const config = {};
  request.getConfigMap().forEach((value, key) => {
    config[key] = value;
  });
  const env = {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    PULUMI_NODEJS_TYPESCRIPT: 'false',
  };
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
    cwd: program.getProgramDirectory(),
  });
  child.once('exit', (code) => {
    const response = new messages.RunResponse();
    if (code !== 0) response.setError(`the program ended with ${code}`);
    callback(null, response);
  });
}

const answer = (make) => (_, callback) => callback(null, make());
const server = new grpc.Server();
server.addService(services.LanguageRuntimeService, {
  handshake: answer(() => new messages.LanguageHandshakeResponse()),
  getRequiredPlugins: answer(() => new messages.GetRequiredPluginsResponse()),
  getRequiredPackages: answer(() => new messages.GetRequiredPackagesResponse()),
  getPluginInfo: answer(() => {
    const info = new plugins.PluginInfo();
    info.setVersion('3.230.0');
    return info;
  }),
  about: answer(() => new messages.AboutResponse()),
  getProgramDependencies: answer(() => new messages.GetProgramDependenciesResponse()),
  runtimeOptionsPrompts: answer(() => new messages.RuntimeOptionsResponse()),
  installDependencies: (call) => call.end(),
  cancel: answer(() => new Empty()),
  run,
  runPlugin,
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.stdout.write(`${port}\n`);
});
