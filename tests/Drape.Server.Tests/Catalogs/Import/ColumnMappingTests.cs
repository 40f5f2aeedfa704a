using Drape.Server.Catalogs.Import;

namespace Drape.Server.Tests.Catalogs.Import;

public class ColumnMappingTests
{
    [Fact]
    public void Yaml_names_columns_delimiter_currency_and_pictures()
    {
        var mapping = ColumnMapping.FromYaml("""
            columns:
              id: sku
              name.ko: title_kr
            delimiter: ";"
            currency: EUR
            pictures: photos
            """, "m.yaml");

        Assert.Equal(new Dictionary<string, string> { ["id"] = "sku", ["name.ko"] = "title_kr" }, mapping.Columns);
        Assert.Equal((";", "EUR", "photos"), (mapping.Delimiter, mapping.Currency, mapping.Pictures));
    }

    [Theory]
    [InlineData("")]
    [InlineData("columns:")]
    [InlineData("# nothing yet")]
    public void Yaml_that_says_nothing_maps_nothing(string yaml) =>
        Assert.Empty(ColumnMapping.FromYaml(yaml, "m.yaml").Columns);

    [Theory]
    [InlineData("columns: { colour: farbe }", "The mapping m.yaml has a column 'colour', which means nothing here.")]
    [InlineData("columns: { name.: titel }", "The mapping m.yaml has a column 'name.', which means nothing here.")]
    [InlineData("delimiter: '||'", "The mapping m.yaml has the delimiter '||'; it is one character.")]
    [InlineData("column: { id: sku }", "The mapping m.yaml cannot be read at line 1:")]
    [InlineData("columns: [id", "The mapping m.yaml cannot be read at line ")]
    public void Yaml_that_cannot_be_meant_is_refused_in_a_sentence(string yaml, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<ImportException>(() => ColumnMapping.FromYaml(yaml, "m.yaml")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("foo: 1")]
    [InlineData("columns: { id: [a] }")]
    [InlineData("columns: 5")]
    public void Yaml_that_cannot_be_read_is_told_without_the_programs_own_names(string yaml)
    {
        string message = Assert.Throws<ImportException>(() => ColumnMapping.FromYaml(yaml, "m.yaml")).Message;

        Assert.StartsWith("The mapping m.yaml cannot be read at line 1: it is YAML", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Drape.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("System", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_given_later_takes_the_place_of_the_mappings()
    {
        var mapping = ColumnMapping.FromYaml("columns: { id: sku, price: cost }", "m.yaml").With("price=sale=price");

        Assert.Equal(new Dictionary<string, string> { ["id"] = "sku", ["price"] = "sale=price" }, mapping.Columns);
    }

    [Theory]
    [InlineData("price", "'price' is no mapping of a column.")]
    [InlineData("=cost", "'=cost' is no mapping of a column.")]
    [InlineData("price=", "'price=' is no mapping of a column.")]
    [InlineData("size=groesse", "The mapping given has a column 'size', which means nothing here.")]
    public void A_column_that_cannot_be_meant_is_refused_in_a_sentence(string pair, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<ImportException>(() => ColumnMapping.Plain.With(pair)).Message,
            StringComparison.Ordinal);
}
