import { passwordsIn } from '../../../../constructs/core/command-secrets';
import { hasSecret } from '../../../../constructs/core/secrets';

test.each([
  'mysqladmin ping -h localhost -u root -pexample',
  'mysql -uroot -p"example" -e "select 1"',
  'bash -c "redis-cli -a hunter2 ping | grep PONG"',
  'sshpass -p hunter2 ssh host',
  'curl -sf -u elastic:changeme http://search:9200',
  'curl --user=elastic:changeme http://search:9200',
  'psql postgresql://joe:hunter2@db/shop',
  'mongosh -u root -p example --eval 1',
  '/opt/mssql-tools/bin/sqlcmd -S localhost -U sa -P "Strong!Passw0rd" -Q "SELECT 1"',
  'mosquitto_sub -u joe -P hunter2 -t orders',
  'ldapsearch -x -D cn=admin -w hunter2',
  'mc alias set local http://minio:9000 minio minio123',
  'rabbitmqctl authenticate_user guest hunter2',
  'sqlplus system/oracle@//localhost',
  'smbclient -U joe%hunter2 //host/share',
  'htpasswd -nb joe hunter2',
  'openssl rsa -passin pass:hunter2',
  'aws configure set aws_secret_access_key abc/def',
  `psql -c "ALTER USER joe PASSWORD 'hunter2'"`,
])('sees the password in %p', (command) => {
  expect(hasSecret(command)).toBe(true);
});

test.each([
  'mysql -u root -p shop',
  'mysqladmin ping -p"$MYSQL_ROOT_PASSWORD"',
  'mysql -p"$(cat /run/secrets/db)" -e 1',
  'redis-cli -a "$REDIS_PASSWORD" ping',
  'redis-cli -h redis -p 6379 ping',
  'curl -u "elastic:${ELASTIC_PASSWORD}" http://search:9200',
  'curl -f http://localhost:8080/health',
  'sqlcmd -U sa -P "$MSSQL_SA_PASSWORD" -Q "SELECT 1"',
  'mongosh --port 27017 --eval "db.adminCommand(1)"',
  'mkdir -p /data/x && python -u main.py host:9092',
  'http-server -p 8080',
])('sees none in %p', (command) => {
  expect(hasSecret(command)).toBe(false);
});

test('says what it found', () => {
  expect(passwordsIn('mysql -pexample; redis-cli -a hunter2')).toEqual(['example', 'hunter2']);
});
