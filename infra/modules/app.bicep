// The app: several instances, a slot to try a release in, and settings that bot/config.ts reads.
param name string
param location string
param hostName string
param planSku string
param instances int
param zoneRedundant bool
param identityId string
param identityClientId string
param integrationSubnetId string
param workspaceId string
param storeEndpoint string
param storeDatabase string
param tenants array
param tabClientId string
param botConnectionName string
param schemeFile string
param activityFeed bool

var settings = {
  NODE_ENV: 'production'
  PUBLIC_URL: 'https://${hostName}'
  SCHEME_FILE: schemeFile
  TENANTS: join(tenants, ',')
  COSMOS_ENDPOINT: storeEndpoint
  COSMOS_DATABASE: storeDatabase
  MICROSOFT_APP_ID: identityClientId
  MICROSOFT_APP_TENANT_ID: tenant().tenantId
  MICROSOFT_APP_TYPE: 'UserAssignedMSI'
  MANAGED_IDENTITY_CLIENT_ID: identityClientId
  BOT_OAUTH_CONNECTION: botConnectionName
  TAB_CLIENT_ID: tabClientId
  ACTIVITY_FEED: activityFeed ? '1' : '0'
  // App Service itself reads these two: a release takes over when it answers that it is ready.
  WEBSITE_SWAP_WARMUP_PING_PATH: '/readyz'
  WEBSITE_SWAP_WARMUP_PING_STATUSES: '200'
}

var siteConfig = {
  linuxFxVersion: 'NODE|24-lts'
  appCommandLine: 'node --import tsx bot/main.ts'
  alwaysOn: true
  http20Enabled: true
  minTlsVersion: '1.2'
  scmMinTlsVersion: '1.2'
  ftpsState: 'Disabled'
  // Alive, not ready: a store that is away is no reason to restart the app.
  healthCheckPath: '/healthz'
  remoteDebuggingEnabled: false
}

var identities = {
  type: 'UserAssigned'
  userAssignedIdentities: {
    '${identityId}': {}
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: identities
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: integrationSubnetId
    keyVaultReferenceIdentity: identityId
    siteConfig: siteConfig
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: settings
}

resource staging 'Microsoft.Web/sites/slots@2024-04-01' = {
  parent: app
  name: 'staging'
  location: location
  kind: 'app,linux'
  identity: identities
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: integrationSubnetId
    keyVaultReferenceIdentity: identityId
    siteConfig: siteConfig
  }
}

resource stagingSettings 'Microsoft.Web/sites/slots/config@2024-04-01' = {
  parent: staging
  name: 'appsettings'
  properties: settings
}

// Nobody publishes by a password: https://learn.microsoft.com/azure/app-service/configure-basic-auth-disable
resource noPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [
  for way in ['ftp', 'scm']: {
    parent: app
    name: way
    properties: {
      allow: false
    }
  }
]

resource noStagingPasswords 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2024-04-01' = [
  for way in ['ftp', 'scm']: {
    parent: staging
    name: way
    properties: {
      allow: false
    }
  }
]

// Not the requests: their addresses hold ids of people's matters and where people are.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
      {
        category: 'AppServiceAuditLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output appId string = app.id
output defaultHostName string = app.properties.defaultHostName
