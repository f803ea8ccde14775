// #region program
import { App } from 'cdktf';
import { addOrders } from './orders';

const app = new App();
addOrders(app);
app.synth();
// #endregion
