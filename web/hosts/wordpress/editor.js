// SPDX-License-Identifier: MIT
// The block in the editor: its three fields. The server writes what visitors get.
(({ blocks, blockEditor, components, element }, texts) => {
  const field = (name, { attributes, setAttributes }) =>
    element.createElement(components.TextControl, {
      key: name,
      label: texts[name],
      help: texts[`${name}-help`],
      type: name === 'src' || name === 'page' ? 'url' : 'text',
      value: attributes[name],
      onChange: (value) => setAttributes({ [name]: value.trim() }),
    });

  function Edit(props) {
    const { Placeholder } = components;
    const fields = ['src', 'page', 'query', 'only'].map((name) => field(name, props));
    return element.createElement(
      'div',
      blockEditor.useBlockProps(),
      element.createElement(
        Placeholder,
        { icon: 'welcome-learn-more', label: texts.name, isColumnLayout: true },
        fields,
      ),
    );
  }

  blocks.registerBlockType('catalogue-formations/catalogue', { edit: Edit, save: () => null });
})(window.wp, window.catalogueFormationsTexts);
