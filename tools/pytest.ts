import { program } from '../cli/program';
import { ROOT } from './lib/root';
import { ensurePython, pytest } from './lib/python';

/** The tests of the Python application; arguments go to pytest. */
program(ROOT, async () => {
  const python = await ensurePython((step) => {
    console.log(`Python: ${step}`);
  });
  if (!(await pytest(python, process.argv.slice(2)))) process.exitCode = 1;
});
