// Everything that one environment needs in Azure, without a secret: the app is known by its managed identity alone.
// docs/roll-out.md says what comes before and after it.
targetScope = 'resourceGroup'

@description('Short name of the environment in lower case, part of every name.')
@minLength(2)
@maxLength(10)
param environmentName string

@description('Where everything is, but for the bot, which is global.')
param location string = resourceGroup().location

@description('Host name at which people reach the app: APP_HOST of the package.')
param hostName string

@description('Name of the bot as people see it: the short name in the manifest.')
param botDisplayName string

@description('Ids of the directory tenants whose people may take part.')
@minLength(1)
param tenants array

@description('Client id of the app registration that signs people in: TAB_CLIENT_ID of the package.')
param tabClientId string

@description('Name of the OAuth connection that holds people\'s Graph tokens.')
param botConnectionName string = 'graph'

@description('Data file of the scheme, from the folder that the app is deployed to.')
param schemeFile string

@description('Graph permissions beyond those that are required, by docs/permissions.md; each needs consent first.')
param optionalGraphScopes array = []

@description('Whom the bot cannot reach finds in the activity feed that something waits.')
param activityFeed bool = false

@description('Premium v3 or later where zoneRedundant is true.')
param planSku string = 'P1v3'

@description('Instances of the app; with zones at least one in each.')
@minValue(2)
@maxValue(30)
param instances int = 3

@description('Spreads the app and the store over the zones of the region.')
param zoneRedundant bool = true

@description('The most that the store may scale up to, in request units a second; it scales down to a tenth.')
@minValue(1000)
param storeMaxThroughput int = 4000

@description('Another account than the one that is named by itself: after a restore, the restored one.')
param storeAccountName string = ''

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Shared mailboxes that alarms are sent to.')
param alarmAddresses array = []

var name = 'mentoring-${environmentName}'
var suffix = uniqueString(resourceGroup().id)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    logRetentionDays: logRetentionDays
  }
}

module store 'modules/store.bicep' = {
  name: 'store'
  params: {
    accountName: empty(storeAccountName) ? '${name}-${suffix}' : storeAccountName
    location: location
    zoneRedundant: zoneRedundant
    maxThroughput: storeMaxThroughput
    readerAndWriterId: identity.properties.principalId
    endpointSubnetId: network.outputs.endpointSubnetId
    dnsZoneId: network.outputs.storeZoneId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    vaultName: 'mentoring-${take(suffix, 10)}'
    location: location
    endpointSubnetId: network.outputs.endpointSubnetId
    dnsZoneId: network.outputs.vaultZoneId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: '${name}-${suffix}'
    location: location
    hostName: hostName
    planSku: planSku
    instances: instances
    zoneRedundant: zoneRedundant
    identityId: identity.id
    identityClientId: identity.properties.clientId
    integrationSubnetId: network.outputs.appSubnetId
    workspaceId: monitoring.outputs.workspaceId
    storeEndpoint: store.outputs.endpoint
    storeDatabase: store.outputs.databaseName
    tenants: tenants
    tabClientId: tabClientId
    botConnectionName: botConnectionName
    schemeFile: schemeFile
    activityFeed: activityFeed
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-${suffix}'
    displayName: botDisplayName
    hostName: hostName
    identityId: identity.id
    identityClientId: identity.properties.clientId
    tabClientId: tabClientId
    connectionName: botConnectionName
    optionalGraphScopes: optionalGraphScopes
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alarms 'modules/alarms.bicep' = {
  name: 'alarms'
  params: {
    name: name
    location: location
    hostName: hostName
    addresses: alarmAddresses
    appId: app.outputs.appId
    storeId: store.outputs.accountId
    insightsId: monitoring.outputs.insightsId
    workspaceId: monitoring.outputs.workspaceId
  }
}

@description('The id of the bot: BOT_ID of the package.')
output botId string = identity.properties.clientId

@description('The subject that the sign-in app registration trusts.')
output identityPrincipalId string = identity.properties.principalId

@description('Where the host name has to point.')
output appDefaultHostName string = app.outputs.defaultHostName
