// What every program of cdktf costs: loads it and synthesizes a stack with nothing in it.
const { App, TerraformStack } = require('cdktf');

const app = new App({ stackTraces: false });
new TerraformStack(app, 'empty');
app.synth();
