// What an operator is woken for; docs/operations.md says what to do then.
param name string
param location string
param hostName string
param addresses array
param appId string
param storeId string
param insightsId string
param workspaceId string

var metrics = [
  {
    name: 'app-not-healthy'
    severity: 1
    scope: appId
    namespace: 'Microsoft.Web/sites'
    metric: 'HealthCheckStatus'
    operator: 'LessThan'
    threshold: 100
    aggregation: 'Average'
  }
  {
    name: 'app-broken-answers'
    severity: 2
    scope: appId
    namespace: 'Microsoft.Web/sites'
    metric: 'Http5xx'
    operator: 'GreaterThan'
    threshold: 20
    aggregation: 'Total'
  }
  {
    name: 'store-at-its-limit'
    severity: 2
    scope: storeId
    namespace: 'Microsoft.DocumentDB/databaseAccounts'
    metric: 'NormalizedRUConsumption'
    operator: 'GreaterThan'
    threshold: 90
    aggregation: 'Maximum'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    groupShortName: 'mentoring'
    enabled: true
    emailReceivers: [
      for (address, at) in addresses: {
        name: 'mailbox-${at}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource ofMetrics 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for each in metrics: {
    name: '${name}-${each.name}'
    location: 'global'
    properties: {
      severity: each.severity
      enabled: true
      scopes: [
        each.scope
      ]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: each.metric
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: each.namespace
            metricName: each.metric
            operator: each.operator
            threshold: each.threshold
            timeAggregation: each.aggregation
          }
        ]
      }
      actions: [
        {
          actionGroupId: people.id
        }
      ]
    }
  }
]

// Ready from outside: the store and the sign-in keys are reachable.
resource readiness 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-ready'
  location: location
  kind: 'standard'
  tags: {
    'hidden-link:${insightsId}': 'Resource'
  }
  properties: {
    SyntheticMonitorId: '${name}-ready'
    Name: '${name}-ready'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [
      {
        Id: 'emea-gb-db3-azr'
      }
      {
        Id: 'emea-nl-ams-azr'
      }
    ]
    Request: {
      RequestUrl: 'https://${hostName}/readyz'
      HttpVerb: 'GET'
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-ready'
  location: 'global'
  properties: {
    severity: 1
    enabled: true
    scopes: [
      readiness.id
      insightsId
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readiness.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

// A pass over what is due that fails is logged each time; nothing is sent meanwhile.
resource nothingIsSent 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-nothing-is-sent'
  location: location
  properties: {
    displayName: 'Nothing is sent'
    severity: 1
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT10M'
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | where ResultDescription has "\\"what\\":\\"schedule\\""'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 20
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        people.id
      ]
    }
  }
}
