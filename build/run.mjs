// What the npm scripts run: node build/run.mjs <command> [arguments for it]
import { buildApplication, developApplication } from './run/application.mjs';
import { runChecks } from './run/checks.mjs';
import { pack } from './run/package.mjs';
import { playwright, runTests } from './run/tests.mjs';
import { follow, onScreen } from './run/tools.mjs';
import { torture } from './run/torture.mjs';
import { closingLine, sum } from './run/totals.mjs';
import { Stop } from './setup/report.mjs';
import { orStop, root, setUpSource, setup } from './setup.mjs';

const [command, ...args] = process.argv.slice(2);

/** Each is given how to prepare what it needs besides the source, and returns the exit code. */
const commands = {
  start: afterBuild(({ env, virtualScreen, electronPath, electronArgs }) =>
    follow(onScreen(virtualScreen, [electronPath, ...electronArgs, root, ...args]), env),
  ),
  dev: async (prepare) => {
    const { env, virtualScreen, electronArgs } = await prepare();
    return developApplication(virtualScreen, [...electronArgs, ...args], env);
  },
  check: async () => close(sum(await runChecks())),
  test: async (prepare) => close(await runTests(prepare)),
  demo: playwrightProject('demo'),
  bench: playwrightProject('bench'),
  torture: afterBuild((prepared) => torture(prepared, args)),
  dist: afterBuild((prepared) => pack(prepared, args)),
};

function afterBuild(work) {
  return async (prepare) => {
    const prepared = await prepare();
    return (await buildApplication(prepared.env)) || work(prepared);
  };
}

function playwrightProject(name) {
  return afterBuild(({ env, virtualScreen }) => follow(onScreen(virtualScreen, playwright(name, args)), env));
}

/** Prints the sum as the last line of all. */
function close(total) {
  console.log('');
  for (const test of total.skipped) console.log(`skipped: ${test}`);
  for (const test of total.again) console.log(`passed only when run again: ${test}`);
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
}

process.exitCode = await orStop(async () => {
  if (!Object.hasOwn(commands, command)) {
    throw new Stop(`Name one of these commands: ${Object.keys(commands).join(', ')}.`);
  }
  await setUpSource();
  return commands[command](() => setup(command));
});
