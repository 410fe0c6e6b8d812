// The bot is the managed identity itself, single tenant; people sign in by another registration, which trusts it.
param name string
param displayName string
param hostName string
param identityId string
param identityClientId string
param tabClientId string
param connectionName string
param optionalGraphScopes array
param workspaceId string

var requiredScopes = [
  'openid'
  'profile'
  'offline_access'
  'User.Read'
  'Calendars.ReadWrite'
]

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'S1'
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${hostName}/api/messages'
    iconUrl: 'https://${hostName}/tab/color.png'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identityClientId
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
    isStreamingSupported: false
    publicNetworkAccess: 'Enabled'
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      acceptedTerms: true
      isEnabled: true
      enableCalling: false
    }
  }
}

// By a federated credential, so without a client secret. The provider's id is Microsoft's; docs/roll-out.md says how to
// look it up, and what the sign-in registration has to trust.
resource connection 'Microsoft.BotService/botServices/connections@2022-09-15' = {
  parent: bot
  name: connectionName
  location: 'global'
  properties: {
    serviceProviderId: 'c00b44ab-5e16-c44c-af26-2fd5bc55eb18'
    serviceProviderDisplayName: 'AAD v2 with Federated Credentials'
    clientId: tabClientId
    scopes: join(concat(requiredScopes, optionalGraphScopes), ' ')
    parameters: [
      {
        key: 'ClientId'
        value: tabClientId
      }
      {
        key: 'UniqueIdentifier'
        value: '${name}-${connectionName}'
      }
      {
        key: 'TokenExchangeUrl'
        value: 'api://${hostName}/botid-${identityClientId}'
      }
      {
        key: 'TenantId'
        value: tenant().tenantId
      }
    ]
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: bot
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'BotRequest'
        enabled: true
      }
    ]
  }
}
