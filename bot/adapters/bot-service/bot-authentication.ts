import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants, FederatedServiceClientCredentialsFactory } from 'botframework-connector';

export type BotIdentity = {
  /** Empty: activities are taken without a token and answers sent without one. */
  readonly appId: string;
  readonly appTenantId: string | undefined;
  readonly appType: 'UserAssignedMSI' | 'SingleTenant';
  /** Client id of the managed identity that a single-tenant registration trusts. */
  readonly managedIdentity: string;
  /** Absent: Microsoft's. */
  readonly tokenServiceUrl: string | undefined;
};

/** Who the bot is to the Bot Framework. No secret: a managed identity, or a registration that trusts one. */
export function botAuthentication(bot: BotIdentity): ConfigurationBotFrameworkAuthentication {
  const { appId, appTenantId, appType, managedIdentity, tokenServiceUrl } = bot;
  const addresses = tokenServiceUrl === undefined ? {} : withTokenServiceAt(tokenServiceUrl);
  if (appId === '') return new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '', ...addresses });
  const identity = {
    MicrosoftAppId: appId,
    ...(appTenantId === undefined ? {} : { MicrosoftAppTenantId: appTenantId }),
  };
  if (appType === 'UserAssignedMSI') {
    return new ConfigurationBotFrameworkAuthentication({
      ...identity,
      MicrosoftAppType: appType,
      ...addresses,
    });
  }
  const credentials = new FederatedServiceClientCredentialsFactory(appId, managedIdentity, appTenantId);
  return new ConfigurationBotFrameworkAuthentication({ ...identity, ...addresses }, credentials);
}

/** Naming any one address drops the library's defaults for all of them. */
function withTokenServiceAt(url: string) {
  return {
    OAuthUrl: url,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    CallerId: 'urn:botframework:azure',
  };
}
