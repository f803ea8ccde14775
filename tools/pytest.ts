import { program } from '../cli/program';
import { ROOT } from './lib/root';
import { ensurePython, pytest } from './lib/python';

const ON_4 = '--spark-4';

/** The tests of the Python application, on Spark 3.5 or, with --spark-4, on 4; other arguments go to pytest. */
program(ROOT, async () => {
  const args = process.argv.slice(2);
  const line = args.includes(ON_4) ? '4' : '3.5';
  const python = await ensurePython((step) => {
    console.log(`Python: ${step}`);
  }, line);
  const others = args.filter((each) => each !== ON_4);
  if (!(await pytest(python, others))) process.exitCode = 1;
});
