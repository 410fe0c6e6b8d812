import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { containers } from '../../bot/ports/store.ts';
import { at, fieldsOf, listOf, readBicep, textOf } from './bicep-file.ts';
import { notFitting, problemsOfNames } from './bicep-names.ts';
import { bicep, bicepFile, environments, made, theOnly } from './project-bicep.ts';

describe('the infrastructure, as its Bicep reads', () => {
  describe('as a whole', () => {
    it('declares every name that it uses, uses what it declares, and gives each module what it takes', () => {
      assert.ok(bicep.size >= 8);
      const problems = [...bicep.values()].flatMap(file => problemsOfNames(file, path => readBicep(path)));
      assert.deepEqual(problems, []);
    });

    it('gets from each environment’s parameters what it takes', () => {
      assert.deepEqual(environments.map(({ name }) => name).sort(), ['dev', 'production']);
      for (const { name, file } of environments) {
        const given = Object.fromEntries(file.params.map(param => [param.name, param.value ?? null]));
        assert.deepEqual(notFitting(given, bicepFile('azure.bicep')), [], name);
        assert.match(file.text, /^\s*using '\.\.\/azure\.bicep'/);
      }
    });

    it('lists no key, takes no secret and gives none out', () => {
      for (const { path, text, params, outputs } of bicep.values()) {
        assert.doesNotMatch(text, /\blist[A-Z]\w*\s*\(/, path);
        assert.doesNotMatch(text, /@secure|getSecret|clientSecret|sharedKey|accountKey/i, path);
        for (const { name, value } of [...params, ...outputs])
          assert.doesNotMatch(
            `${name} ${textOf(value)}`,
            /secret|password|connectionString|\bkey\b|\.key/i,
            path,
          );
      }
    });

    it('keeps logs of everything that can say something, and never of the requests of people', () => {
      const kept = made('Microsoft.Insights/diagnosticSettings');
      assert.deepEqual(kept.map(({ value }) => textOf(at(value, 'scope'))).sort(), [
        'account',
        'app',
        'bot',
        'vault',
      ]);
      for (const { value } of kept)
        assert.equal(textOf(at(value, 'properties', 'workspaceId')), 'workspaceId');
      assert.doesNotMatch([...bicep.values()].map(({ text }) => text).join(), /HTTPLogs|DataPlaneRequests/);
    });
  });

  describe('the app', () => {
    const { vars, params } = bicepFile('modules/app.bicep');
    const site = vars.find(({ name }) => name === 'siteConfig')?.value;
    const places = [theOnly('Microsoft.Web/sites'), theOnly('Microsoft.Web/sites/slots')];

    it('is reached by https with TLS 1.2 alone, and published to without FTP or a password', () => {
      for (const { value } of places) {
        assert.equal(at(value, 'properties', 'httpsOnly'), true);
        assert.equal(textOf(at(value, 'properties', 'siteConfig')), 'siteConfig');
      }
      assert.deepEqual(
        [at(site, 'minTlsVersion'), at(site, 'scmMinTlsVersion'), at(site, 'ftpsState')],
        ['1.2', '1.2', 'Disabled'],
      );
      const policies = [
        theOnly('Microsoft.Web/sites/basicPublishingCredentialsPolicies'),
        theOnly('Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies'),
      ];
      for (const { value } of policies) assert.equal(at(value, 'properties', 'allow'), false);
    });

    it('runs on several instances, in several zones, without tying a person to one', () => {
      const plan = theOnly('Microsoft.Web/serverfarms').value;
      assert.equal(textOf(at(plan, 'sku', 'capacity')), 'instances');
      assert.equal(textOf(at(plan, 'properties', 'zoneRedundant')), 'zoneRedundant');
      const main = bicepFile('azure.bicep').params;
      const instances = main.find(({ name }) => name === 'instances');
      assert.ok(instances?.decorators.includes('@minValue(2)'));
      assert.equal(instances?.value, 3);
      assert.equal(main.find(({ name }) => name === 'zoneRedundant')?.value, true);
      for (const { value } of places) assert.equal(at(value, 'properties', 'clientAffinityEnabled'), false);
    });

    it('runs the product’s own entry on Node 24, and is looked at where it says that it is alive', () => {
      assert.equal(at(site, 'linuxFxVersion'), 'NODE|24-lts');
      const entry = /^node --import tsx (\S+)$/.exec(textOf(at(site, 'appCommandLine')))?.[1];
      assert.ok(entry && existsSync(entry));
      const operations =
        readFileSync('bot/http/operations.ts', 'utf8') + readFileSync('bot/http/server.ts', 'utf8');
      const warmUp = at(vars.find(({ name }) => name === 'settings')?.value, 'WEBSITE_SWAP_WARMUP_PING_PATH');
      assert.deepEqual([at(site, 'healthCheckPath'), warmUp], ['/healthz', '/readyz']);
      for (const path of ['/healthz', '/readyz']) assert.ok(operations.includes(path), path);
    });

    it('has a slot to try a release in, with the same settings, network and identity', () => {
      const [app, slot] = places.map(({ value }) => fieldsOf(value));
      assert.ok(app && slot);
      assert.deepEqual(slot.properties, app.properties);
      assert.deepEqual([textOf(slot.identity), textOf(app.identity)], ['identities', 'identities']);
      assert.equal(textOf(at(app.properties, 'virtualNetworkSubnetId')), 'integrationSubnetId');
      for (const kind of ['Microsoft.Web/sites/config', 'Microsoft.Web/sites/slots/config'])
        assert.equal(textOf(at(theOnly(kind).value, 'properties')), 'settings');
    });

    it('is known by a managed identity that a person assigned', () => {
      assert.equal(at(vars.find(({ name }) => name === 'identities')?.value, 'type'), 'UserAssigned');
      assert.equal(made('Microsoft.ManagedIdentity/userAssignedIdentities').length, 1);
      assert.ok(params.some(({ name }) => name === 'identityId'));
    });
  });

  describe('the store', () => {
    const account = theOnly('Microsoft.DocumentDB/databaseAccounts').value;
    const each = theOnly('Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers').value;
    const container = at(each, 'properties', 'resource');
    const adapter = readFileSync('bot/adapters/cosmos/cosmos-store.ts', 'utf8');
    const keyFields = [...(/partitionKey: \[(\w+), (\w+)\]/.exec(adapter) ?? [])].slice(1);

    it('has the containers that the store’s port names, and no other', () => {
      const names = bicepFile('modules/store.bicep').vars.find(({ name }) => name === 'containerNames');
      assert.deepEqual(listOf(names?.value), [...containers]);
      assert.deepEqual(
        [textOf(at(each, 'name')), textOf(at(container, 'id'))],
        ['containerName', 'containerName'],
      );
    });

    it('has the partition key that the adapter reads and writes by', () => {
      assert.equal(keyFields.length, 2);
      assert.deepEqual(
        listOf(at(container, 'partitionKey', 'paths')),
        keyFields.map(field => `/${field}`),
      );
      assert.deepEqual(
        [at(container, 'partitionKey', 'kind'), at(container, 'partitionKey', 'version')],
        ['MultiHash', 2],
      );
    });

    it('indexes what the adapter lists by, and nothing else', () => {
      const asked = /const ofOneType =\s*'([^']+)'/.exec(adapter)?.[1] ?? '';
      const fields = new Set([...asked.matchAll(/c\.(\w+)/g)].map(([, field]) => field));
      assert.deepEqual([...fields].sort(), ['id', 'removed', 'type']);
      const included = listOf(at(container, 'indexingPolicy', 'includedPaths')).map(path => at(path, 'path'));
      assert.deepEqual([...included].sort(), [...fields, ...keyFields].map(field => `/${field}/?`).sort());
      assert.deepEqual(
        listOf(at(container, 'indexingPolicy', 'excludedPaths')).map(path => at(path, 'path')),
        ['/*'],
      );
    });

    it('lets end what carries its own time to live, and nothing by itself', () => {
      assert.equal(at(container, 'defaultTtl'), -1);
      assert.match(adapter, /path: '\/ttl'/);
    });

    it('takes no key, is not on the internet and speaks TLS 1.2', () => {
      const properties = fieldsOf(at(account, 'properties'));
      assert.equal(properties.disableLocalAuth, true);
      assert.equal(properties.disableKeyBasedMetadataWriteAccess, true);
      assert.equal(properties.publicNetworkAccess, 'Disabled');
      assert.equal(properties.minimalTlsVersion, 'Tls12');
    });

    it('lets the app’s identity read and write data, and nobody else', () => {
      const role = theOnly('Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments').value;
      assert.equal(textOf(at(role, 'properties', 'principalId')), 'readerAndWriterId');
      const store = bicepFile('azure.bicep').modules.find(({ name }) => name === 'store');
      assert.equal(
        textOf(at(store?.value, 'params', 'readerAndWriterId')),
        'identity.properties.principalId',
      );
      const contributor = bicepFile('modules/store.bicep').vars.find(
        ({ name }) => name === 'dataContributor',
      );
      assert.equal(contributor?.value, '00000000-0000-0000-0000-000000000002');
    });

    it('is backed up all the time, in several zones, and scales with use', () => {
      assert.equal(at(account, 'properties', 'backupPolicy', 'type'), 'Continuous');
      const [location] = listOf(at(account, 'properties', 'locations'));
      assert.equal(textOf(at(location, 'isZoneRedundant')), 'zoneRedundant');
      const database = theOnly('Microsoft.DocumentDB/databaseAccounts/sqlDatabases').value;
      assert.equal(
        textOf(at(database, 'properties', 'options', 'autoscaleSettings', 'maxThroughput')),
        'maxThroughput',
      );
    });
  });

  describe('around them', () => {
    it('keeps a vault by roles that cannot be emptied for good, off the internet', () => {
      const vault = fieldsOf(at(theOnly('Microsoft.KeyVault/vaults').value, 'properties'));
      assert.equal(vault.enableRbacAuthorization, true);
      assert.equal(vault.enablePurgeProtection, true);
      assert.equal(vault.publicNetworkAccess, 'Disabled');
    });

    it('reaches store and vault by private endpoints, each with the name that Microsoft resolves', () => {
      const zones = made('Microsoft.Network/privateDnsZones').map(({ value }) => at(value, 'name'));
      assert.deepEqual(zones, ['privatelink.documents.azure.com', 'privatelink.vaultcore.azure.net']);
      assert.equal(made('Microsoft.Network/privateDnsZones/virtualNetworkLinks').length, zones.length);
      const endpoints = [...bicep.values()]
        .flatMap(({ modules }) => modules)
        .filter(({ path }) => path === 'private-endpoint.bicep');
      assert.deepEqual(
        endpoints.map(({ value }) => [
          textOf(at(value, 'params', 'targetId')),
          at(value, 'params', 'groupId'),
        ]),
        [
          ['account.id', 'Sql'],
          ['vault.id', 'vault'],
        ],
      );
    });

    it('takes logs and figures without a key', () => {
      const workspace = theOnly('Microsoft.OperationalInsights/workspaces').value;
      assert.equal(at(workspace, 'properties', 'features', 'disableLocalAuth'), true);
      assert.equal(
        at(theOnly('Microsoft.Insights/components').value, 'properties', 'DisableLocalAuth'),
        true,
      );
    });

    it('wakes an operator for what docs/operations.md tells them to act on', () => {
      const guide = readFileSync('docs/operations.md', 'utf8');
      const { vars, resources } = bicepFile('modules/alarms.bicep');
      const ofMetrics = listOf(vars.find(({ name }) => name === 'metrics')?.value).map(each =>
        at(each, 'name'),
      );
      const others = resources.flatMap(({ type, value }) =>
        /metricAlerts|scheduledQueryRules/.test(type) ? [textOf(at(value, 'name'))] : [],
      );
      const names = [...ofMetrics, ...others.flatMap(name => /\}-([a-z-]+)'$/.exec(name)?.[1] ?? [])];
      assert.equal(names.length, 5);
      for (const name of names) assert.ok(guide.includes(`\`${name}\``), String(name));
      for (const { value } of made('Microsoft.Insights/metricAlerts'))
        assert.match(
          textOf(at(listOf(at(value, 'properties', 'actions'))[0], 'actionGroupId')),
          /people\.id/,
        );
    });
  });
});
