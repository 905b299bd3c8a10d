# What is never said in Spanish, a pattern a line: of people and bodies, and as advice.
fracas\w+
fallaste|has fallado|fallas como
rot[ao]s?
fr[ií]gid[ao]s?|frigidez
estrech[ao]s?
cura|curar|curarte|curarse|curada|curado
(?<!no le )debes|deber[ií]as?|tienes que|tendr[ií]as que|hay que esforzarse
rel[aá]jate|rel[aá]jense|solo rel[aá]jate
esfu[eé]rzate|esforzarte
aguanta|aguantes|aguantar por
ceder|cedas|cede
sexo (normal|de verdad|completo)
(vida|relaciones) (sexual(es)? )?normal(es)?
con normalidad
preliminares
ponle? de tu parte
atrasad[ao]s?|vas tarde|te has quedado atr[aá]s
reca[ií]das?
rendimiento
esposo|esposa|marido|mujer
consumar|desflorar|himen roto|virgen|virginidad
cansad[ao]|asustad[ao]|content[ao]|preocupad[ao]|s[oa]l[oa] y
ambos|ambas|vosotros|vosotras|ustedes|unidos|juntas
\w+@s?
\w+[oa]/[ao]s?
tod[oa]s juntos
