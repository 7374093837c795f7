// JSON Schema, as schemars writes it, in TypeScript. All is `readonly`: what is read from okrkit is frozen, and what is given may be.
// Conditions (`if`, `not`) say nothing of types and are left to the core.

/** A comment with the text of a schema, links to Rust items taken for plain code. */
export function comment(text, indent = "") {
  if (!text) return "";
  const lines = text
    .replaceAll(/\[(`[^`\]]+`)\](\([^)]*\))?/g, "$1")
    .replaceAll("*/", "*\\/")
    .split("\n");
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

const PRIMITIVES = { string: "string", number: "number", integer: "number", boolean: "boolean", null: "null" };

const property = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

const union = (types) => [...new Set(types)].join(" | ");

const grouped = (type) => (/[|&]|^readonly /.test(type) && !/^\{[\s\S]*\}$/.test(type) ? `(${type})` : type);

/** The type of a schema, and as a name where it is one. `named` gives the name of a definition by its reference. */
export function typeOf(schema, named, indent = "") {
  const inner = (part) => typeOf(part, named, indent);
  if (schema === true) return "unknown";
  if (schema === false) return "never";
  const parts = [];
  if (schema.$ref) parts.push(named(schema.$ref));
  if ("const" in schema) parts.push(JSON.stringify(schema.const));
  else if (schema.enum) parts.push(union(schema.enum.map((value) => JSON.stringify(value))));
  else if (schema.prefixItems) parts.push(`readonly [${schema.prefixItems.map(inner).join(", ")}]`);
  else if (schema.type === "array") parts.push(`readonly ${grouped(inner(schema.items ?? true))}[]`);
  else if (schema.properties || schema.type === "object") parts.push(objectOf(schema, named, indent));
  else if (schema.type) parts.push(union([schema.type].flat().map((type) => wordOf(type, schema, named, indent))));
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice) parts.push(union(choice.map((part) => grouped(inner(part)))));
  for (const part of schema.allOf ?? []) {
    if (part.$ref || part.type || part.oneOf || part.anyOf) parts.push(inner(part));
  }
  const said = [...new Set(parts)].filter((part) => part !== "{}");
  if (said.length === 0) return parts.length ? "{}" : "unknown";
  return said.length === 1 ? said[0] : said.map(grouped).join(" & ");
}

function wordOf(type, schema, named, indent) {
  if (type === "array" || type === "object") return typeOf({ ...schema, type }, named, indent);
  const word = PRIMITIVES[type];
  if (!word) throw new Error(`no type for ${JSON.stringify(schema)}`);
  return word;
}

function objectOf(schema, named, indent) {
  const names = Object.entries(schema.properties ?? {});
  const rest = schema.additionalProperties;
  if (names.length === 0) {
    return rest === undefined || rest === false ? "{}" : `{ readonly [name: string]: ${typeOf(rest, named, indent)} }`;
  }
  const deeper = `${indent}  `;
  const lines = names.map(([name, part]) => {
    const optional = schema.required?.includes(name) ? "" : "?";
    return `${comment(part.description, deeper)}${deeper}readonly ${property(name)}${optional}: ${typeOf(part, named, deeper)};\n`;
  });
  if (typeof rest === "object") {
    // An index holds for the fields that have a name, too.
    const types = [typeOf(rest, named, deeper), ...names.map(([, part]) => typeOf(part, named, deeper))];
    lines.push(`${deeper}readonly [name: string]: ${union(types)};\n`);
  }
  return `{\n${lines.join("")}${indent}}`;
}

/** The declaration of a definition. */
export function declaration(name, schema, named) {
  const type = typeOf(schema, named);
  const about = comment(schema.description);
  return /^\{\n[\s\S]*\}$/.test(type) && schema.properties && !schema.oneOf && !schema.anyOf && !schema.allOf?.some((part) => part.$ref)
    ? `${about}export interface ${name} ${type}\n`
    : `${about}export type ${name} = ${type};\n`;
}
