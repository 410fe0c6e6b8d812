// The store as bot/adapters/cosmos/cosmos-store.ts finds it: containers that are there, and no key to open them with.
param accountName string
param location string
param zoneRedundant bool
param maxThroughput int
param readerAndWriterId string
param endpointSubnetId string
param dnsZoneId string
param workspaceId string

// The names in bot/ports/store.ts.
var containerNames = [
  'profiles'
  'people'
  'pairs'
  'notes'
  'schemes'
  'figures'
  'due'
  'audit'
]

// Cosmos DB Built-in Data Contributor: https://learn.microsoft.com/azure/cosmos-db/nosql/reference-data-plane-security
var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: accountName
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: zoneRedundant
      }
    ]
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    publicNetworkAccess: 'Disabled'
    networkAclBypass: 'None'
    minimalTlsVersion: 'Tls12'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous30Days'
      }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: 'mentoring'
  properties: {
    resource: {
      id: 'mentoring'
    }
    options: {
      autoscaleSettings: {
        maxThroughput: maxThroughput
      }
    }
  }
}

@batchSize(1)
resource containers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for containerName in containerNames: {
    parent: database
    name: containerName
    properties: {
      resource: {
        id: containerName
        partitionKey: {
          paths: [
            '/tenant'
            '/scope'
          ]
          kind: 'MultiHash'
          version: 2
        }
        // On, with nothing that ends by itself: what is to end carries its own ttl.
        defaultTtl: -1
        indexingPolicy: {
          indexingMode: 'consistent'
          automatic: true
          includedPaths: [
            {
              path: '/id/?'
            }
            {
              path: '/tenant/?'
            }
            {
              path: '/scope/?'
            }
            {
              path: '/type/?'
            }
            {
              path: '/removed/?'
            }
          ]
          excludedPaths: [
            {
              path: '/*'
            }
          ]
        }
      }
    }
  }
]

resource readsAndWrites 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, readerAndWriterId, dataContributor)
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    principalId: readerAndWriterId
    scope: account.id
  }
}

module endpoint 'private-endpoint.bicep' = {
  name: 'store-endpoint'
  params: {
    name: accountName
    location: location
    subnetId: endpointSubnetId
    targetId: account.id
    groupId: 'Sql'
    dnsZoneId: dnsZoneId
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ControlPlaneRequests'
        enabled: true
      }
    ]
  }
}

output endpoint string = account.properties.documentEndpoint
output accountId string = account.id
output databaseName string = database.name
