allure.api.addTranslation('en', {tab: {contracts: {name: 'Contracts'}}});
allure.api.addTab('contracts', {
  title: 'tab.contracts.name',
  icon: 'fa fa-check-square-o',
  route: 'contracts(/)(:testGroup)(/)(:testResult)(/)(:testResultTab)(/)',
  onEnter: (testGroup, testResult, testResultTab) => new allure.components.TreeLayout({
    testGroup,
    testResult,
    testResultTab,
    tabName: 'tab.contracts.name',
    baseUrl: 'contracts',
    url: 'data/contracts.json'
  })
});
