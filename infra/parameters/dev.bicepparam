using '../azure.bicep'

param environmentName = 'dev'
param hostName = 'mentoring-dev.example.nhs.uk'
param botDisplayName = 'Mentoring'
param tenants = [
  '3b0f6d1e-5c1a-4e0b-9a57-8d2f4c6e1a01'
]
param tabClientId = '2f8b6a54-7d0e-4c59-9a3e-5c0d1f6b7e20'
param schemeFile = 'scheme.json'
param planSku = 'P0v3'
param instances = 2
param zoneRedundant = false
param storeMaxThroughput = 1000
param logRetentionDays = 30
