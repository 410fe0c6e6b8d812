import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { environmentValues } from '../../manifest/environment-values.ts';
import { aPackage } from '../manifest/a-package.ts';
import { at, listOf, textOf } from './bicep-file.ts';
import { bicepFile, environments, theOnly } from './project-bicep.ts';

describe('the infrastructure and the Teams package', () => {
  const bot = theOnly('Microsoft.BotService/botServices').value;
  const properties = at(bot, 'properties');

  for (const { name, file } of environments) {
    describe(`of ${name}`, () => {
      const values = environmentValues(name, {}) ?? {};
      const parameter = (wanted: string) => file.params.find(param => param.name === wanted)?.value;

      it('M-08: call the bot the same, and have people reach it at the same host', () => {
        assert.equal(parameter('botDisplayName'), aPackage({ values }).manifest.name.short);
        assert.equal(parameter('hostName'), values.APP_HOST);
        assert.equal(parameter('environmentName'), values.TEAMSFX_ENV);
      });

      it('M-08: sign people in by the same registration', () => {
        if (values.TAB_CLIENT_ID) assert.equal(parameter('tabClientId'), values.TAB_CLIENT_ID);
        else assert.equal(name, 'production', 'Only production may wait for its ids');
      });
    });
  }

  it('M-08: show the same picture', () => {
    const icon = /^'https:\/\/\$\{hostName\}\/tab\/(\S+)'$/.exec(textOf(at(properties, 'iconUrl')))?.[1];
    assert.ok(icon);
    const shown = readFileSync(`tab/public/${icon}`);
    assert.ok(shown.equals(readFileSync(`manifest/${aPackage().manifest.icons.color}`)));
  });

  it('M-08: send what people say to where the app listens', () => {
    const path = /^'https:\/\/\$\{hostName\}(\S+)'$/.exec(textOf(at(properties, 'endpoint')))?.[1];
    assert.ok(path && readFileSync('bot/http/server.ts', 'utf8').includes(`'${path}'`));
  });

  it('exchange the sign-in of Teams for the same address', () => {
    const connection = theOnly('Microsoft.BotService/botServices/connections').value;
    const parameters = listOf(at(connection, 'properties', 'parameters'));
    const url = parameters.find(each => at(each, 'key') === 'TokenExchangeUrl');
    const inBicep = textOf(at(url, 'value')).replace(/\$\{(\w+)\}/g, '<$1>');
    const { template } = aPackage();
    const resource: string = JSON.parse(template).webApplicationInfo.resource;
    const inManifest = resource.replace(/\$\{\{(\w+)\}\}/g, '<$1>');
    assert.equal(inBicep, "'api://<hostName>/botid-<identityClientId>'");
    assert.equal(inManifest, 'api://<APP_HOST>/botid-<BOT_ID>');
  });

  it('know the bot as a managed identity of one tenant, without a secret', () => {
    assert.equal(at(properties, 'msaAppType'), 'UserAssignedMSI');
    assert.equal(textOf(at(properties, 'msaAppTenantId')), 'tenant().tenantId');
    assert.equal(at(properties, 'disableLocalAuth'), true);
    const { outputs } = bicepFile('azure.bicep');
    const botId = outputs.find(({ name }) => name === 'botId');
    assert.equal(textOf(botId?.value), 'identity.properties.clientId');
  });
});
